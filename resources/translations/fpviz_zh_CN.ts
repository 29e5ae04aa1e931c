<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation>组成(&amp;M)</translation>
    </message>
    <message>
        <source>About fpviz</source>
        <translation>关于 fpviz</translation>
    </message>
    <message>
        <source>Chec&amp;ked against</source>
        <translation>核对依据(&amp;K)</translation>
    </message>
    <message>
        <source>fpviz {0}</source>
        <translation>fpviz {0}</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>makes floating-point numbers visible · MIT licence · connects to nothing</source>
        <translation>让浮点数看得见 · MIT 许可证 · 不连接任何网络</translation>
    </message>
    <message>
        <source>Not &amp;followed</source>
        <translation>不同之处(&amp;F)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Runs on {0}</source>
        <translation>运行于 {0}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Where a library differs, and is not followed:</source>
        <translation>以下各处，某个库的结果与 fpviz 不同，fpviz 未予采纳：</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About fpviz</source>
        <translation>关于 fpviz(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Custom format…</source>
        <translation>自定义格式(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>导出图片(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Facts of all formats</source>
        <translation>所有格式的数据(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Negate</source>
        <translation>取相反数(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next format</source>
        <translation>下一个格式(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open scene…</source>
        <translation>打开场景(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste as value</source>
        <translation>作为值粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>上一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Restore the default layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save scene</source>
        <translation>保存场景(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>恢复文字大小(&amp;U)</translation>
    </message>
    <message>
        <source>Check &amp;vectors…</source>
        <translation>检查测试向量(&amp;V)…</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy all &amp;readings as text</source>
        <translation>以文本复制所有解读(&amp;R)</translation>
    </message>
    <message>
        <source>Go to the &amp;bits</source>
        <translation>转到各位(&amp;B)</translation>
    </message>
    <message>
        <source>Go to the &amp;value</source>
        <translation>转到数值输入框(&amp;V)</translation>
    </message>
    <message>
        <source>Neighbo&amp;ur above</source>
        <translation>上方相邻值(&amp;U)</translation>
    </message>
    <message>
        <source>Neighbour belo&amp;w</source>
        <translation>下方相邻值(&amp;W)</translation>
    </message>
    <message>
        <source>One panel &amp;alone, or all</source>
        <translation>单独显示一个面板或全部显示(&amp;A)</translation>
    </message>
    <message>
        <source>Open &amp;dump…</source>
        <translation>打开数据转储(&amp;D)…</translation>
    </message>
    <message>
        <source>Open &amp;tensors…</source>
        <translation>打开张量(&amp;T)…</translation>
    </message>
    <message>
        <source>P&amp;in value</source>
        <translation>留存数值(&amp;I)</translation>
    </message>
    <message>
        <source>P&amp;revious format</source>
        <translation>上一个格式(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move the active format</source>
        <translation>移除当前格式(&amp;M)</translation>
    </message>
    <message>
        <source>Save scene &amp;as…</source>
        <translation>场景另存为(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>BenchColumns</name>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>becomes {0}</source>
        <translation>变为 {0}</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>位串</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>BenchPanel</name>
    <message>
        <source>find a value, a code or what sticks out</source>
        <translation>查找值、编码或异常元素</translation>
    </message>
    <message>
        <source>find the next one; with Shift the previous one</source>
        <translation>查找下一个；按住 Shift 查找上一个</translation>
    </message>
    <message>
        <source>go to an address or an element</source>
        <translation>转到地址或元素</translation>
    </message>
    <message>
        <source>Not opened: {0}</source>
        <translation>未打开：{0}</translation>
    </message>
    <message>
        <source>Open a dump</source>
        <translation>打开数据转储</translation>
    </message>
    <message>
        <source>open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Read a file</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>Read what is on the clipboard</source>
        <translation>读取剪贴板中的内容</translation>
    </message>
    <message>
        <source>read what is on the clipboard</source>
        <translation>读取剪贴板中的内容</translation>
    </message>
    <message>
        <source>type another code or value into a row</source>
        <translation>在一行中输入另一个编码或值</translation>
    </message>
</context>
<context>
    <name>BenchPlaces</name>
    <message>
        <source>bit</source>
        <translation>位</translation>
    </message>
</context>
<context>
    <name>BenchSamples</name>
    <message>
        <source>gdb&apos;s x/8xh: FP16, with a NaN and an infinity</source>
        <translation>gdb 的 x/8xh：FP16，含一个 NaN 和一个无穷大</translation>
    </message>
    <message>
        <source>Modbus registers: a temperature of two words</source>
        <translation>Modbus 寄存器：每两个字一个温度值</translation>
    </message>
    <message>
        <source>What xxd prints: eight floats, little-endian</source>
        <translation>xxd 的输出：八个小端序浮点数</translation>
    </message>
</context>
<context>
    <name>BenchTable</name>
    <message>
        <source>a click chooses the row; click again to flip a bit</source>
        <translation>单击选择该行；再次单击可翻转一位</translation>
    </message>
    <message>
        <source>Another value or code</source>
        <translation>另一个值或编码</translation>
    </message>
    <message>
        <source>edited; written is {0}</source>
        <translation>已编辑；原为 {0}</translation>
    </message>
    <message>
        <source>error in {0}</source>
        <translation>{0} 的误差</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{1} 处的{0}</translation>
    </message>
    <message>
        <source>{0}, edited</source>
        <translation>{0}，已编辑</translation>
    </message>
</context>
<context>
    <name>BenchWords</name>
    <message>
        <source>edited: {0}</source>
        <translation>已编辑：{0}</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 字节</translation>
    </message>
    <message>
        <source>{0} numbers</source>
        <translation>{0} 个数</translation>
    </message>
</context>
<context>
    <name>BinadeChart</name>
    <message>
        <source>every {n}th binade</source>
        <translation>每隔 {n} 个二进区间</translation>
    </message>
    <message>
        <source>positive values from 2ᵉ to 2ᵉ⁺¹, by e</source>
        <translation>从 2ᵉ 到 2ᵉ⁺¹ 的正数个数（按 e）</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>0 by DAZ</source>
        <translation>DAZ 置零</translation>
    </message>
    <message>
        <source>Bits of every format</source>
        <translation>各格式的二进制位</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>columns worth ×2{0}</source>
        <translation>各列的权 ×2{0}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>exponent field</source>
        <translation>阶码</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>尾数</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>leading bit</source>
        <translation>首位</translation>
    </message>
    <message>
        <source>off</source>
        <translation>0</translation>
    </message>
    <message>
        <source>on</source>
        <translation>1</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>上溢</translation>
    </message>
    <message>
        <source>payload cut</source>
        <translation>负载被截</translation>
    </message>
    <message>
        <source>prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>regime</source>
        <translation>regime</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>to zero</source>
        <translation>变为零</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>{0} bias {1}</source>
        <translation>{0} 偏置 {1}</translation>
    </message>
    <message>
        <source>{0} bit {1} of the digits</source>
        <translation>{0} 数字部分的位 {1}</translation>
    </message>
    <message>
        <source>{0} bit {1}, worth 2^{2}</source>
        <translation>{0} 第 {1} 位，权为 2^{2}</translation>
    </message>
    <message>
        <source>{0} bit {1}, {2}, of the digits</source>
        <translation>{0} 位 {1}，{2}，属于数字部分</translation>
    </message>
    <message>
        <source>{0} bit {1}, {2}: worth 2{3}</source>
        <translation>{0} 第 {1} 位，{2}：权为 2{3}</translation>
    </message>
    <message>
        <source>{0} bits, fields vary</source>
        <translation>{0} 位，字段可变</translation>
    </message>
    <message>
        <source>{0} exponent bit {1} of {2}, worth {3} in the field</source>
        <translation>{0} 阶码第 {1} 位（共 {2} 位），在阶码中的权为 {3}</translation>
    </message>
    <message>
        <source>{0} exponent bit {1}, bit {2}, {3}: adds {4} to the field, value × 2{5}</source>
        <translation>{0} 阶码位 {1}，位 {2}，{3}：给阶码加 {4}，值 × 2{5}</translation>
    </message>
    <message>
        <source>{0} fraction bit {1}, worth 2^{2} of the significand</source>
        <translation>{0} 尾数第 {1} 位，在有效数字中的权为 2^{2}</translation>
    </message>
    <message>
        <source>{0} fraction bit {1}, {2}: 2{3} of the significand</source>
        <translation>{0} 尾数位 {1}，{2}：有效数字的 2{3}</translation>
    </message>
    <message>
        <source>{0} fraction bit {1}, {2}: 2{3} of the significand, worth 2{4} here</source>
        <translation>{0} 尾数位 {1}，{2}：有效数字的 2{3}，在此处的权为 2{4}</translation>
    </message>
    <message>
        <source>{0} integer bit {1}, worth 2^{2}</source>
        <translation>{0} 整数位 {1}，权为 2^{2}</translation>
    </message>
    <message>
        <source>{0} leading bit, bit {1}</source>
        <translation>{0} 首位，位 {1}</translation>
    </message>
    <message>
        <source>{0} prefix bit {1} of {2}</source>
        <translation>{0} 前缀位 {1}（共 {2} 位）</translation>
    </message>
    <message>
        <source>{0} regime bit {1} of {2}</source>
        <translation>{0} regime 位 {1}（共 {2} 位）</translation>
    </message>
    <message>
        <source>{0} sign bit</source>
        <translation>{0} 符号位</translation>
    </message>
    <message>
        <source>{0} sign bit, bit {1}, {2}: 1 in negative numbers, whose other bits change as well</source>
        <translation>{0} 符号位，位 {1}，{2}：负数为 1，其余各位也随之不同</translation>
    </message>
    <message>
        <source>{0} sign bit, bit {1}, {2}: 1 makes the number negative</source>
        <translation>{0} 符号位，位 {1}，{2}：为 1 时数为负</translation>
    </message>
    <message>
        <source>{0} ulp</source>
        <translation>{0} ulp</translation>
    </message>
    <message>
        <source>{format} exponent, bit {index}, {value}: {worth} in the field</source>
        <translation>{format} 指数，位 {index}，{value}：在字段中为 {worth}</translation>
    </message>
    <message>
        <source>{format} prefix, bit {index}, {value}: which fields follow</source>
        <translation>{format} 前缀，位 {index}，{value}：决定其后的字段</translation>
    </message>
    <message>
        <source>{format} regime, bit {index}, {value}: scales by large powers of two</source>
        <translation>{format} regime，位 {index}，{value}：按 2 的大幂次缩放</translation>
    </message>
</context>
<context>
    <name>BitsPanel</name>
    <message>
        <source>+ format</source>
        <translation>+ 格式</translation>
    </message>
    <message>
        <source>A column is worth the same in every row</source>
        <translation>同一列在各行中的权相同</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Arrangement of the bits</source>
        <translation>各位的排列</translation>
    </message>
    <message>
        <source>Browse formats…</source>
        <translation>浏览格式…</translation>
    </message>
    <message>
        <source>codes as they are stored: bit indices above, hex digits below; outlined bits were changed by rounding</source>
        <translation>按存储的样子显示编码：上为位序号，下为十六进制数字；加框的位因舍入而改变</translation>
    </message>
    <message>
        <source>Custom format…</source>
        <translation>自定义格式…</translation>
    </message>
    <message>
        <source>Facts of the format</source>
        <translation>此格式的各项数据</translation>
    </message>
    <message>
        <source>fractions aligned by weight: a column is worth the same in every row; outlined bits were changed by rounding</source>
        <translation>尾数按权对齐：同一列在各行中的权相同；加框的位因舍入而改变</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>设为当前</translation>
    </message>
    <message>
        <source>make the row&apos;s code the source</source>
        <translation>以这一行的编码为源数</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>move the row up, down</source>
        <translation>把这一行上移、下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>one ulp up, one ulp down</source>
        <translation>增加、减少一个 ulp</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Pin this value</source>
        <translation>留存此值</translation>
    </message>
    <message>
        <source>Plain codes with bit indices and hex digits</source>
        <translation>按存储的样子显示编码，带位序号和十六进制数字</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>set the bit and go on</source>
        <translation>设定这一位并前进</translation>
    </message>
    <message>
        <source>Show another format, or make one</source>
        <translation>显示另一格式，或自定义一个</translation>
    </message>
    <message>
        <source>the exponent up, down</source>
        <translation>指数加一、减一</translation>
    </message>
    <message>
        <source>to the first and the last bit</source>
        <translation>到第一位、最后一位</translation>
    </message>
    <message>
        <source>to the next bit</source>
        <translation>到下一位</translation>
    </message>
    <message>
        <source>to the next field</source>
        <translation>到下一个字段</translation>
    </message>
    <message>
        <source>to the row above, below</source>
        <translation>到上一行、下一行</translation>
    </message>
    <message>
        <source>toggle the bit</source>
        <translation>翻转这一位</translation>
    </message>
    <message>
        <source>{0}: there is no exponent field to step here</source>
        <translation>{0}：这里没有可以增减的阶码字段</translation>
    </message>
</context>
<context>
    <name>CensusPanel</name>
    <message>
        <source>being counted…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>best: {0}</source>
        <translation>最佳：{0}</translation>
    </message>
    <message>
        <source>double or halve the scale</source>
        <translation>缩放系数加倍或减半</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Formats side by side</source>
        <translation>各格式对照</translation>
    </message>
    <message>
        <source>greatest {0}</source>
        <translation>最大 {0}</translation>
    </message>
    <message>
        <source>least {0}</source>
        <translation>最小 {0}</translation>
    </message>
    <message>
        <source>list the elements of the next bar</source>
        <translation>列出下一根柱的元素</translation>
    </message>
    <message>
        <source>Make it the source: {0}</source>
        <translation>设为源数：{0}</translation>
    </message>
    <message>
        <source>no tensor is open</source>
        <translation>没有打开张量</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>缩放系数</translation>
    </message>
    <message>
        <source>Scale by the best power of two</source>
        <translation>按最佳的 2 的幂缩放</translation>
    </message>
    <message>
        <source>{0} distinct codes</source>
        <translation>{0} 个不同编码</translation>
    </message>
    <message>
        <source>{0} infinite</source>
        <translation>{0} 个无穷</translation>
    </message>
    <message>
        <source>{0} NaN</source>
        <translation>{0} 个 NaN</translation>
    </message>
    <message>
        <source>{0} numbers</source>
        <translation>{0} 个数</translation>
    </message>
    <message>
        <source>{0} zeros</source>
        <translation>{0} 个零</translation>
    </message>
    <message>
        <source>{0}, the first {1}</source>
        <translation>{0}，前 {1} 个</translation>
    </message>
    <message>
        <source>× {0} in {1}</source>
        <translation>× {0}，{1}</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{1} 处 {0}</translation>
    </message>
    <message>
        <source>{0} {1} at {2}</source>
        <translation>{2} 起 {0} 个 {1}</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Cancelled; “fit” looks at the elements again</source>
        <translation>已取消；按“全部”重新查看各元素</translation>
    </message>
    <message>
        <source>closer, farther</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Count the elements from 0</source>
        <translation>从 0 起给元素编号</translation>
    </message>
    <message>
        <source>element {0} at {1}</source>
        <translation>元素 {0}，位于 {1}</translation>
    </message>
    <message>
        <source>Elements are looked at …</source>
        <translation>正在查看各元素…</translation>
    </message>
    <message>
        <source>Elements over their places</source>
        <translation>各元素及其位置</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>floor(log2) of the magnitudes</source>
        <translation>绝对值的 floor(log2)</translation>
    </message>
    <message>
        <source>index</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Say at which address elements stand</source>
        <translation>标出元素所在的地址</translation>
    </message>
    <message>
        <source>show all elements</source>
        <translation>显示全部元素</translation>
    </message>
    <message>
        <source>Show all elements (double click)</source>
        <translation>显示全部元素（双击）</translation>
    </message>
    <message>
        <source>ten elements on</source>
        <translation>前后移动十个元素</translation>
    </message>
    <message>
        <source>The elements of the dump that is open on the bench are drawn here</source>
        <translation>这里绘出工作台上所打开转储的各元素</translation>
    </message>
    <message>
        <source>The values of the elements</source>
        <translation>各元素的值</translation>
    </message>
    <message>
        <source>thinned: every {0} values are one line, from least to greatest</source>
        <translation>已抽稀：每 {0} 个值画成一条从最小到最大的线</translation>
    </message>
    <message>
        <source>to the first and the last element</source>
        <translation>到第一个和最后一个元素</translation>
    </message>
    <message>
        <source>to the next element</source>
        <translation>到下一个元素</translation>
    </message>
    <message>
        <source>ulps of {0}</source>
        <translation>{0} 的 ulp</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What rounding adds, in ulps of another format</source>
        <translation>舍入所添的误差，以另一格式的 ulp 计</translation>
    </message>
    <message>
        <source>What the axis says</source>
        <translation>横轴标注</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>图中显示的内容</translation>
    </message>
    <message>
        <source>{0} elements of {1}</source>
        <translation>{1} 元素 {0} 个</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>or {0}</source>
        <translation>或：{0}</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>第 {0} 种读法</translation>
    </message>
    <message>
        <source>{0} (Alt+Enter goes on to the next reading)</source>
        <translation>{0}（Alt+Enter 换到下一种读法）</translation>
    </message>
    <message>
        <source>{0}?</source>
        <translation>{0}？</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>&amp;Exact values</source>
        <translation>精确值(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;No errors</source>
        <translation>不显示误差(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Shortest values</source>
        <translation>最短值(&amp;S)</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Errors in {0}</source>
        <translation>{0} 的误差</translation>
    </message>
    <message>
        <source>How values are written, and a column of errors in another format</source>
        <translation>值的写法，以及另一种格式的误差列</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>A expected, B actual · {0}</source>
        <translation>A 为期望，B 为实际 · {0}</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>A value, a code with its format, the name of a pin, or a row of the bench: row 3. Empty: the source.</source>
        <translation>一个数、带格式的编码、留存值的名称，或工作台的一行：row 3。留空：即源数。</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>容许</translation>
    </message>
    <message>
        <source>as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>与期望的相同</translation>
    </message>
    <message>
        <source>as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Compare in</source>
        <translation>比较所用格式</translation>
    </message>
    <message>
        <source>Comparison copied</source>
        <translation>比较已复制</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the comparison</source>
        <translation>复制比较结果</translation>
    </message>
    <message>
        <source>dumps</source>
        <translation>转储</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Go on to the next difference</source>
        <translation>转到下一处差异</translation>
    </message>
    <message>
        <source>go on to the next difference</source>
        <translation>转到下一处差异</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>in</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Let both sides change places</source>
        <translation>两侧互换</translation>
    </message>
    <message>
        <source>let both sides change places</source>
        <translation>两侧互换</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Open a dump</source>
        <translation>打开转储</translation>
    </message>
    <message>
        <source>Open, drop or paste what is actual: it is compared with the dump of the bench, or with another one, element by element.</source>
        <translation>打开、拖入或粘贴实际的转储：它与工作台上的转储或另一个转储逐元素比较。</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>take the source as A, as B</source>
        <translation>把源数取为 A、取为 B</translation>
    </message>
    <message>
        <source>the active format</source>
        <translation>当前格式</translation>
    </message>
    <message>
        <source>the dump of the bench</source>
        <translation>工作台上的转储</translation>
    </message>
    <message>
        <source>The format in which both are compared</source>
        <translation>两者在此格式中比较</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>源数</translation>
    </message>
    <message>
        <source>the source as it is now</source>
        <translation>此刻的源数</translation>
    </message>
    <message>
        <source>the source is element {0} of {1}</source>
        <translation>源数为 {1} 的元素 {0}</translation>
    </message>
    <message>
        <source>the source, whatever it is</source>
        <translation>源数（随之变化）</translation>
    </message>
    <message>
        <source>Two dumps, element by element</source>
        <translation>两个转储，逐元素</translation>
    </message>
    <message>
        <source>Two values, bit by bit</source>
        <translation>两个数，逐位</translation>
    </message>
    <message>
        <source>ulps</source>
        <translation>ulp</translation>
    </message>
    <message>
        <source>Value {0}</source>
        <translation>数值 {0}</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较什么</translation>
    </message>
    <message>
        <source>what is on the clipboard</source>
        <translation>剪贴板的内容</translation>
    </message>
    <message>
        <source>What {0} may be</source>
        <translation>{0} 可取什么</translation>
    </message>
    <message>
        <source>{0}: {1} expected, {2} actual</source>
        <translation>{0}：期望 {1}，实际 {2}</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>&lt;b&gt;{0}&lt;/b&gt; against &lt;b&gt;{1}&lt;/b&gt;</source>
        <translation>&lt;b&gt;{0}&lt;/b&gt; 与 &lt;b&gt;{1}&lt;/b&gt; 比较</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭比较</translation>
    </message>
    <message>
        <source>Let the other format stand first</source>
        <translation>交换两个格式的次序</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未计数</translation>
    </message>
    <message>
        <source>values that both have</source>
        <translation>共有的值</translation>
    </message>
    <message>
        <source>width</source>
        <translation>位宽</translation>
    </message>
</context>
<context>
    <name>Conformance</name>
    <message>
        <source>4 rounding rules</source>
        <translation>4 种舍入规则</translation>
    </message>
    <message>
        <source>5 rounding rules</source>
        <translation>5 种舍入规则</translation>
    </message>
    <message>
        <source>6 rounding rules</source>
        <translation>6 种舍入规则</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>definitions</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>E8M0 between 2⁻¹²⁷ and 2⁻¹²⁶: ml_dtypes always gives the larger; fpviz, the nearest.</source>
        <translation>E8M0 在 2⁻¹²⁷ 与 2⁻¹²⁶ 之间：ml_dtypes 总是给出较大者；fpviz 给出最近的。</translation>
    </message>
    <message>
        <source>E8M0, a tie: gfloat goes by the code&apos;s parity; IEEE 754-2019, 4.3.1, asks for the larger magnitude, since both neighbours have an odd last digit. ml_dtypes agrees with fpviz.</source>
        <translation>E8M0 的平局：gfloat 看编码的奇偶；IEEE 754-2019 的 4.3.1 要求取绝对值较大者，因为两个相邻值的末位都是奇数。ml_dtypes 与 fpviz 一致。</translation>
    </message>
    <message>
        <source>Encoding back</source>
        <translation>再编码</translation>
    </message>
    <message>
        <source>every rule</source>
        <translation>所有规则</translation>
    </message>
    <message>
        <source>exact functions</source>
        <translation>精确函数</translation>
    </message>
    <message>
        <source>NaN in FP4 and FP6, which have none: ml_dtypes gives zero; fpviz, as CUDA does, the largest number, and says &apos;invalid&apos;.</source>
        <translation>FP4 和 FP6 没有 NaN：对于 NaN，ml_dtypes 给出零；fpviz 同 CUDA 一样给出最大的数，并报告“无效”。</translation>
    </message>
    <message>
        <source>Python&apos;s decimal</source>
        <translation>Python 的 decimal 模块</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>ties-away</source>
        <translation>平局远离零</translation>
    </message>
    <message>
        <source>ties-to-even</source>
        <translation>平局取偶</translation>
    </message>
</context>
<context>
    <name>ConformanceView</name>
    <message>
        <source>all {0}</source>
        <translation>全部 {0} 个</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码数</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>比较次数</translation>
    </message>
    <message>
        <source>Every format was compared with its definition and IEEE 754&apos;s rules, worked out in fractions apart from fpviz, and most with what others have made ({0}). The tests of this version counted.</source>
        <translation>每种格式都对照了它的定义和 IEEE 754 的规则（不经 fpviz，另用分数算出），多数还对照了他人的实现（{0}）。次数由本版本的测试统计。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Formats and what they were checked against</source>
        <translation>各格式的核对依据</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0} against {1}: {2}</source>
        <translation>{0}（{1}）：{2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>CopyAsMenu</name>
    <message>
        <source>all formats shown</source>
        <translation>显示的所有格式</translation>
    </message>
    <message>
        <source>All readings copied as a Markdown table</source>
        <translation>所有解读已复制为 Markdown 表格</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown 表格</translation>
    </message>
    <message>
        <source>{0} copied as {1}: {2}</source>
        <translation>{0} 已复制为{1}：{2}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>&amp;Copy report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>It has come again, {0} times by now.</source>
        <translation>同一错误再次出现，至今共 {0} 次。</translation>
    </message>
    <message>
        <source>Other errors followed; the report has them all.</source>
        <translation>随后还有其他错误；报告中都有。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Something in fpviz itself went wrong</source>
        <translation>fpviz 自身出了错</translation>
    </message>
    <message>
        <source>What you just did may be incomplete. The error was: {0}</source>
        <translation>刚才的操作可能没有完成。错误是：{0}</translation>
    </message>
</context>
<context>
    <name>CrashWatch</name>
    <message>
        <source>The same error again, {0} times by now</source>
        <translation>同样的错误再次出现，至今共 {0} 次</translation>
    </message>
    <message>
        <source>Your work could not be kept: {0}</source>
        <translation>未能保存你的工作：{0}</translation>
    </message>
    <message>
        <source>Your work is kept, and the next start goes on with it: {0}</source>
        <translation>你的工作已保存，下次启动时会继续：{0}</translation>
    </message>
    <message>
        <source>Your work is kept, to be opened as a scene: {0}</source>
        <translation>你的工作已保存，可作为场景打开：{0}</translation>
    </message>
</context>
<context>
    <name>CustomFormatDialog</name>
    <message>
        <source>&amp;Bias</source>
        <translation>偏置(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Exponent bits</source>
        <translation>指数位数(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Fraction bits</source>
        <translation>尾数位数(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;NaNs per sign</source>
        <translation>每个符号的 NaN 数(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Specials</source>
        <translation>特殊值(&amp;S)</translation>
    </message>
    <message>
        <source>a NaN in place of −0</source>
        <translation>以 NaN 代替 −0</translation>
    </message>
    <message>
        <source>Custom format</source>
        <translation>自定义格式</translation>
    </message>
    <message>
        <source>Fami&amp;ly</source>
        <translation>格式族(&amp;L)</translation>
    </message>
    <message>
        <source>infinities</source>
        <translation>无穷大</translation>
    </message>
    <message>
        <source>infinities and NaNs, as IEEE 754</source>
        <translation>有无穷大和 NaN，同 IEEE 754</translation>
    </message>
    <message>
        <source>largest {0}, smallest normal {1}, smallest {2}</source>
        <translation>最大 {0}，最小规格化数 {1}，最小 {2}</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>名称(&amp;A)</translation>
    </message>
    <message>
        <source>no infinity, no −0, one NaN (fnuz)</source>
        <translation>没有无穷大和 −0，一个 NaN（fnuz）</translation>
    </message>
    <message>
        <source>no infinity, one NaN per sign (fn)</source>
        <translation>没有无穷大，每种符号一个 NaN（fn）</translation>
    </message>
    <message>
        <source>none: every code is a number (finite)</source>
        <translation>没有：每个编码都是数（finite）</translation>
    </message>
    <message>
        <source>others:</source>
        <translation>其他：</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>zero and subnormals at the exponent field 0</source>
        <translation>指数域为 0 时是零和次正规数</translation>
    </message>
    <message>
        <source>{0}: {1} bits, precision {2}</source>
        <translation>{0}：{1} 位，精度 {2}</translation>
    </message>
    <message>
        <source>{0}: {1} bits, precision {2}, bias {3}</source>
        <translation>{0}：{1} 位，精度 {2}，偏置 {3}</translation>
    </message>
</context>
<context>
    <name>DecodedPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>copy the line, whole even where it is cut</source>
        <translation>复制这一行，显示不全的也完整复制</translation>
    </message>
    <message>
        <source>{0}, code {1}</source>
        <translation>{0}，编码 {1}</translation>
    </message>
</context>
<context>
    <name>DecodedView</name>
    <message>
        <source>1 decimal</source>
        <translation>1 位小数</translation>
    </message>
    <message>
        <source>1 digit</source>
        <translation>1 位数字</translation>
    </message>
    <message>
        <source>cannot be held</source>
        <translation>无法表示</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>field 0 stands for 1 − bias {0} = {1}, hidden bit 0</source>
        <translation>阶码 0 表示 1 − 偏置 {0} = {1}，隐含位 0</translation>
    </message>
    <message>
        <source>field 0 stands for 1 − bias {0} = {1}, leading bit {2}</source>
        <translation>字段 0 表示 1 − 偏置 {0} = {1}，首位为 {2}</translation>
    </message>
    <message>
        <source>field {0}</source>
        <translation>字段 {0}</translation>
    </message>
    <message>
        <source>field {0} − bias {1} = {2}</source>
        <translation>阶码 {0} − 偏置 {1} = {2}</translation>
    </message>
    <message>
        <source>field {0}, kept for specials</source>
        <translation>阶码 {0} 留给特殊值</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Go to the neighbour above</source>
        <translation>转到上方相邻值</translation>
    </message>
    <message>
        <source>Go to the neighbour below</source>
        <translation>转到下方相邻值</translation>
    </message>
    <message>
        <source>hex-float</source>
        <translation>十六进制浮点</translation>
    </message>
    <message>
        <source>inexact</source>
        <translation>不精确</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>相邻值</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none: the value is exact</source>
        <translation>无：值是精确的</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>shortest</source>
        <translation>最短</translation>
    </message>
    <message>
        <source>ulp</source>
        <translation>ulp</translation>
    </message>
    <message>
        <source>{0} = {1} ulp</source>
        <translation>{0} = {1} ulp</translation>
    </message>
    <message>
        <source>{0} decimals</source>
        <translation>{0} 位小数</translation>
    </message>
    <message>
        <source>{0} digits</source>
        <translation>{0} 位数字</translation>
    </message>
    <message>
        <source>{0} in two&apos;s complement</source>
        <translation>{0}（补码）</translation>
    </message>
    <message>
        <source>{0}, of {1}</source>
        <translation>{0}，以 {1} 为底</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the changes to {0}?</source>
        <translation>保存对 {0} 的更改？</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>actual − expected</source>
        <translation>实际 − 期望</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Differences, the worst first</source>
        <translation>差异，最大的在前</translation>
    </message>
    <message>
        <source>element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>ulps</source>
        <translation>ulp</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>Distances: {0}</source>
        <translation>距离：{0}</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>{0} and more</source>
        <translation>{0} 及以上</translation>
    </message>
    <message>
        <source>{0} ulps</source>
        <translation>{0} ulp</translation>
    </message>
</context>
<context>
    <name>DropLine</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>All readings copied as text</source>
        <translation>所有解读已作为文本复制</translation>
    </message>
    <message>
        <source>Link copied, without the pins, which are too long for one: {0}</source>
        <translation>链接已复制，留存值过长，未包含在内：{0}</translation>
    </message>
    <message>
        <source>Link copied: {0}</source>
        <translation>链接已复制：{0}</translation>
    </message>
    <message>
        <source>Not copied: {0}</source>
        <translation>未复制：{0}</translation>
    </message>
    <message>
        <source>Not dropped: {0}</source>
        <translation>未接受拖放：{0}</translation>
    </message>
    <message>
        <source>Not pasted: {0}</source>
        <translation>未粘贴：{0}</translation>
    </message>
</context>
<context>
    <name>ElementRows</name>
    <message>
        <source>Click a row: it becomes the source</source>
        <translation>单击一行：它成为源数</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ElementTable</name>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Elements of the dump</source>
        <translation>转储中的元素</translation>
    </message>
    <message>
        <source>Scroll through the elements</source>
        <translation>滚动浏览元素</translation>
    </message>
    <message>
        <source>There is no such place: an address such as 0x40, or #12, is one</source>
        <translation>没有这个位置；可输入地址（如 0x40）或 #12</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{1} 行中的 {0} 行</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing on the bench yet</source>
        <translation>工作台上还没有内容</translation>
    </message>
    <message>
        <source>Open it as it is now</source>
        <translation>按现在的内容打开</translation>
    </message>
    <message>
        <source>Paste, drop or open what you have: bytes or words in hex, decimal or binary, what xxd, od, gdb or a logger prints, source code, Intel HEX, Modbus, CAN, CSV, or any binary file. Nothing in it is ever executed. Or begin with a sample:</source>
        <translation>粘贴、拖入或打开手头的内容：十六进制、十进制或二进制的字节或字，xxd、od、gdb 或记录仪的输出，源代码，Intel HEX，Modbus，CAN，CSV，或任何二进制文件。其中的内容绝不会被执行。也可以从示例开始：</translation>
    </message>
</context>
<context>
    <name>ExperimentMenu</name>
    <message>
        <source>Copy as a script</source>
        <translation>复制为脚本</translation>
    </message>
    <message>
        <source>Copy the results as text</source>
        <translation>以文本复制结果</translation>
    </message>
    <message>
        <source>Export the steps as CSV…</source>
        <translation>把各步导出为 CSV…</translation>
    </message>
    <message>
        <source>Save as a script</source>
        <translation>保存为脚本</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>文件未能写入</translation>
    </message>
    <message>
        <source>There is no script</source>
        <translation>没有脚本</translation>
    </message>
</context>
<context>
    <name>ExponentHistogram</name>
    <message>
        <source>Exponents of the elements</source>
        <translation>元素的指数</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Picture of</source>
        <translation>图片内容(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>as it looks best</source>
        <translation>按最合适的样子</translation>
    </message>
    <message>
        <source>as it needs</source>
        <translation>按内容所需</translation>
    </message>
    <message>
        <source>as shown</source>
        <translation>按当前显示</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>drawn at {0} % so that all of it fits</source>
        <translation>缩到 {0} % 以便全部容纳</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>for print: white, thin lines, safe in grey</source>
        <translation>用于打印：白底、细线、灰度下也可辨认</translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <translation>图片的高度</translation>
    </message>
    <message>
        <source>How many pixels of a PNG a pixel of the screen has</source>
        <translation>PNG 中屏幕的一个像素画成几个像素</translation>
    </message>
    <message>
        <source>in millimetres</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>in pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>PNG: {0} × {1} pixels, {2} an inch</source>
        <translation>PNG：{0} × {1} 像素，每英寸 {2} 像素</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>S&amp;cale (PNG)</source>
        <translation>缩放（PNG）(&amp;C)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>the whole window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>图片的宽度</translation>
    </message>
    <message>
        <source>{0} × {1} {2}</source>
        <translation>{0} × {1} {2}</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>all data with the edits…</source>
        <translation>全部数据（含编辑）…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the elements into a file: the selected ones, or all that are shown</source>
        <translation>将元素写入文件：所选的元素，或显示的全部元素</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
</context>
<context>
    <name>ExpressionPanel</name>
    <message>
        <source>A number, a code such as fp32:0x3f800000, a number in a format of its own such as 0.1@bf16, or a list such as [10, 11, 12]. Empty: the source.</source>
        <translation>一个数、一个编码（如 fp32:0x3f800000）、自带格式的数（如 0.1@bf16），或一个列表（如 [10, 11, 12]）。留空：即源数。</translation>
    </message>
    <message>
        <source>A product and a sum as one operation, rounded once: contraction</source>
        <translation>乘积与和合为一次运算，只舍入一次：收缩</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按原式</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the results, or the operations</source>
        <translation>复制结果或各步运算</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>exact, rounded once</source>
        <translation>精确值，舍入一次</translation>
    </message>
    <message>
        <source>exactly {0}</source>
        <translation>精确值 {0}</translation>
    </message>
    <message>
        <source>Exactly {0}; not decided to which code it rounds</source>
        <translation>精确值 {0}；尚不能判定舍入到哪个编码</translation>
    </message>
    <message>
        <source>Exactly {0}; rounds to {1}</source>
        <translation>精确值 {0}；舍入到 {1}</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>from: all</source>
        <translation>从：全部</translation>
    </message>
    <message>
        <source>How far that is from the exact result, in ulps</source>
        <translation>与精确结果相差多少 ulp</translation>
    </message>
    <message>
        <source>How far the result is from the exact value, in ulps</source>
        <translation>结果与精确值相差多少 ulp</translation>
    </message>
    <message>
        <source>How the expression is evaluated</source>
        <translation>表达式如何求值</translation>
    </message>
    <message>
        <source>Largest value of the variable</source>
        <translation>变量的最大值</translation>
    </message>
    <message>
        <source>Leading bits that cancel in a sum or a difference</source>
        <translation>和或差中相消的高位数</translation>
    </message>
    <message>
        <source>Least value of the variable</source>
        <translation>变量的最小值</translation>
    </message>
    <message>
        <source>Make the result the source: every panel shows it</source>
        <translation>把结果作为源数：所有面板都显示它</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>operands {0}</source>
        <translation>操作数 {0}</translation>
    </message>
    <message>
        <source>Operation by operation, in the order of the text, each rounded</source>
        <translation>按文字顺序逐步运算，每步都舍入</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Operations + - * / ^, functions such as sqrt(x) and fma(a, b, c), lists such as [1, 2, 3] with sum(x); bf16(x) converts; a semicolon or a new line ends a statement such as s = a*a</source>
        <translation>运算 + - * / ^，函数如 sqrt(x) 与 fma(a, b, c)，列表如 [1, 2, 3] 及 sum(x)；bf16(x) 作转换；分号或换行结束一条语句，如 s = a*a</translation>
    </message>
    <message>
        <source>operations as Markdown</source>
        <translation>运算，Markdown 格式</translation>
    </message>
    <message>
        <source>operations for a spreadsheet</source>
        <translation>运算，供电子表格使用</translation>
    </message>
    <message>
        <source>Operations of the expression</source>
        <translation>表达式的各步运算</translation>
    </message>
    <message>
        <source>results as Markdown</source>
        <translation>结果，Markdown 格式</translation>
    </message>
    <message>
        <source>results for a spreadsheet</source>
        <translation>结果，供电子表格使用</translation>
    </message>
    <message>
        <source>Results in each format</source>
        <translation>各格式中的结果</translation>
    </message>
    <message>
        <source>Results in each format, and each operation in one</source>
        <translation>各格式中的结果，以及其中一种格式的每步运算</translation>
    </message>
    <message>
        <source>see the worst</source>
        <translation>看误差最大的</translation>
    </message>
    <message>
        <source>Set the variable to the value with the largest error</source>
        <translation>把变量设为误差最大的值</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>the error in ulps grows most here</source>
        <translation>以 ulp 计的误差在此处增长最多</translation>
    </message>
    <message>
        <source>The error over all values of a variable, and the worst of them</source>
        <translation>变量取遍各值时的误差，以及其中最大的</translation>
    </message>
    <message>
        <source>the operation, digit by digit, in Steps</source>
        <translation>在“演算步骤”中逐位查看该运算</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>源数</translation>
    </message>
    <message>
        <source>The table is copied.</source>
        <translation>表格已复制。</translation>
    </message>
    <message>
        <source>to the next row: its value becomes the source</source>
        <translation>到下一行：其值成为源数</translation>
    </message>
    <message>
        <source>to: all</source>
        <translation>到：全部</translation>
    </message>
    <message>
        <source>ulps off</source>
        <translation>误差 (ulp)</translation>
    </message>
    <message>
        <source>use the result</source>
        <translation>把结果用作源数</translation>
    </message>
    <message>
        <source>Variable to sweep</source>
        <translation>要扫描的变量</translation>
    </message>
    <message>
        <source>What a machine gets, operation by operation</source>
        <translation>机器逐步运算得到的结果</translation>
    </message>
    <message>
        <source>What is shown of the expression</source>
        <translation>显示表达式的哪一方面</translation>
    </message>
    <message>
        <source>What it gets with products fused into sums</source>
        <translation>把乘积并入和时得到的结果</translation>
    </message>
    <message>
        <source>What rounding this operation has added, in ulps of its result</source>
        <translation>本步舍入所添的误差，以其结果的 ulp 计</translation>
    </message>
    <message>
        <source>What the errors of its operands have become, in ulps of its result</source>
        <translation>操作数的误差在此变为多少，以其结果的 ulp 计</translation>
    </message>
    <message>
        <source>What the exact result rounds to</source>
        <translation>精确结果舍入到的值</translation>
    </message>
    <message>
        <source>with FMA</source>
        <translation>用 FMA</translation>
    </message>
    <message>
        <source>worst at {0} = {1} ({2}): {3} ulp</source>
        <translation>最差处 {0} = {1}（{2}）：{3} ulp</translation>
    </message>
    <message>
        <source>{0} % off by more than half an ulp</source>
        <translation>{0} % 的误差超过半个 ulp</translation>
    </message>
    <message>
        <source>{0} over {1}</source>
        <translation>{0}，按 {1} 扫描</translation>
    </message>
    <message>
        <source>{0} values of {1}</source>
        <translation>{1} 的 {0} 个值</translation>
    </message>
    <message>
        <source>{0} values of {1}, every {2}th</source>
        <translation>{1} 的 {0} 个值，每 {2} 个取一个</translation>
    </message>
    <message>
        <source>{0} without an error to tell (infinite or NaN)</source>
        <translation>{0} 个无误差可言（无穷或 NaN）</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>FormatFacts</name>
    <message>
        <source>becomes zero</source>
        <translation>归零</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>decimal digits</source>
        <translation>十进制位数</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>epsilon</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>finite values</source>
        <translation>有限值个数</translation>
    </message>
    <message>
        <source>integers exact to</source>
        <translation>此前整数皆精确</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>least normal</source>
        <translation>最小规格化数</translation>
    </message>
    <message>
        <source>least subnormal</source>
        <translation>最小非规格化数</translation>
    </message>
    <message>
        <source>NaN codes</source>
        <translation>NaN 编码数</translation>
    </message>
    <message>
        <source>overflows</source>
        <translation>上溢</translation>
    </message>
    <message>
        <source>ulp {ulp}</source>
        <translation>ulp {ulp}</translation>
    </message>
    <message>
        <source>wraps around</source>
        <translation>回绕</translation>
    </message>
    <message>
        <source>{bits} bits, whose fields vary in length</source>
        <translation>{bits} 位，字段长度不定</translation>
    </message>
    <message>
        <source>{count} exponent</source>
        <translation>阶码 {count} 位</translation>
    </message>
    <message>
        <source>{count} fraction</source>
        <translation>小数 {count} 位</translation>
    </message>
    <message>
        <source>{count} integer</source>
        <translation>整数 {count} 位</translation>
    </message>
    <message>
        <source>{count} leading bit</source>
        <translation>首位 {count} 位</translation>
    </message>
    <message>
        <source>{count} prefix</source>
        <translation>前缀 {count} 位</translation>
    </message>
    <message>
        <source>{count} regime</source>
        <translation>regime {count} 位</translation>
    </message>
    <message>
        <source>{count} sign</source>
        <translation>符号 {count} 位</translation>
    </message>
    <message>
        <source>{kept} always kept, {needed} tell all apart</source>
        <translation>{kept} 位总能保住，{needed} 位可区分所有值</translation>
    </message>
    <message>
        <source>{kept} kept, {needed} tell apart where digits are most</source>
        <translation>位数最多处保留 {kept} 位，{needed} 位即可区分</translation>
    </message>
    <message>
        <source>{nans}, and {invalid} invalid</source>
        <translation>{nans}，另有 {invalid} 个无效编码</translation>
    </message>
</context>
<context>
    <name>FormatRows</name>
    <message>
        <source>Below the smallest value, and rounded up to it</source>
        <translation>小于最小值，被舍入到最小值</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Beyond the largest value, and not rounded down to it</source>
        <translation>超出最大值，且不会舍入回最大值</translation>
    </message>
    <message>
        <source>Click a row: its format becomes the active one</source>
        <translation>单击一行：其格式成为当前格式</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>flushed</source>
        <translation>变为零</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Held as it is</source>
        <translation>原样保存</translation>
    </message>
    <message>
        <source>loses nothing</source>
        <translation>无损失</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>规格化</translation>
    </message>
    <message>
        <source>Not zero, and becomes zero</source>
        <translation>非零，却变为零</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>上溢</translation>
    </message>
    <message>
        <source>Rounds to a normal value</source>
        <translation>舍入为规格化数</translation>
    </message>
    <message>
        <source>Rounds to a subnormal value</source>
        <translation>舍入为非规格化数</translation>
    </message>
    <message>
        <source>Scales at which nothing is flushed and nothing overflows</source>
        <translation>既无变零也无上溢的缩放系数</translation>
    </message>
    <message>
        <source>Signal to noise of rounding, after scale, cast and unscale</source>
        <translation>缩放、转换、还原之后，舍入的信噪比</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>非规格化</translation>
    </message>
    <message>
        <source>The best power of two to scale by</source>
        <translation>用于缩放的最佳 2 的幂</translation>
    </message>
    <message>
        <source>up</source>
        <translation>升至最小</translation>
    </message>
</context>
<context>
    <name>FormatsPanel</name>
    <message>
        <source>Add to the rows</source>
        <translation>加入各行</translation>
    </message>
    <message>
        <source>as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Compare with {0}</source>
        <translation>与 {0} 比较</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制此表</translation>
    </message>
    <message>
        <source>Count values below</source>
        <translation>计数范围的上端（不含）</translation>
    </message>
    <message>
        <source>Count values from</source>
        <translation>计数范围的下端（含）</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Find formats</source>
        <translation>查找格式</translation>
    </message>
    <message>
        <source>Find: name, width, property</source>
        <translation>查找：名称、位宽、性质</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>设为当前格式</translation>
    </message>
    <message>
        <source>No format is all of that.</source>
        <translation>没有格式满足以上全部条件。</translation>
    </message>
    <message>
        <source>One format stays in the rows.</source>
        <translation>各行中至少保留一个格式。</translation>
    </message>
    <message>
        <source>Parts of names and aliases, families, widths such as 16, properties such as unsigned or infinities, and no before a word for its opposite</source>
        <translation>名称或别名的一部分、格式族、位宽（如 16）、性质（如 unsigned 或“无符号”）；在词前加 no 或 ! 表示相反</translation>
    </message>
    <message>
        <source>Remove from the rows</source>
        <translation>从各行中移除</translation>
    </message>
    <message>
        <source>the comparison as Markdown</source>
        <translation>比较结果（Markdown）</translation>
    </message>
    <message>
        <source>The table is copied.</source>
        <translation>表格已复制。</translation>
    </message>
    <message>
        <source>values in [a, b)</source>
        <translation>[a, b) 内的值</translation>
    </message>
</context>
<context>
    <name>FormatsView</name>
    <message>
        <source>Facts of formats</source>
        <translation>各格式的数据</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>in [{0}, {1})</source>
        <translation>[{0}, {1}) 内</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Go on to {0}</source>
        <translation>继续到{0}</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课</translation>
    </message>
    <message>
        <source>lesson {0} of {1}</source>
        <translation>第 {0} 课，共 {1} 课</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Load the scene</source>
        <translation>载入场景</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Next lesson (Alt+Right)</source>
        <translation>下一课（Alt+Right）</translation>
    </message>
    <message>
        <source>Previous lesson (Alt+Left)</source>
        <translation>上一课（Alt+Left）</translation>
    </message>
    <message>
        <source>Show in the window what this lesson speaks of. It is one step: Undo brings back all that you had.</source>
        <translation>在窗口中显示本课所讲的内容。这只是一步：撤销即可恢复原有的一切。</translation>
    </message>
    <message>
        <source>to the lesson before, after</source>
        <translation>到上一课、下一课</translation>
    </message>
    <message>
        <source>{0}  ›</source>
        <translation>{0}  ›</translation>
    </message>
</context>
<context>
    <name>GuideRequests</name>
    <message>
        <source>Scene loaded. Undo brings back what you had.</source>
        <translation>场景已载入。撤销即可恢复原有内容。</translation>
    </message>
</context>
<context>
    <name>LayoutControls</name>
    <message>
        <source>Begin one register earlier</source>
        <translation>提前一个寄存器开始</translation>
    </message>
    <message>
        <source>Begin one register later</source>
        <translation>推后一个寄存器开始</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>From one element to the next: bytes, or 12 bits</source>
        <translation>一个元素到下一个元素的距离：字节数，或如 12 位</translation>
    </message>
    <message>
        <source>No format is called {0}</source>
        <translation>没有名为 {0} 的格式</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>字节序</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>What a word order turns round: a register</source>
        <translation>字序所颠倒的单位：一个寄存器</translation>
    </message>
    <message>
        <source>Where the first element begins: bytes, or 12 bits</source>
        <translation>第一个元素的起点：字节数，或如 12 位</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字长</translation>
    </message>
    <message>
        <source>{0} (big)</source>
        <translation>{0}（大端）</translation>
    </message>
    <message>
        <source>{0} (little)</source>
        <translation>{0}（小端）</translation>
    </message>
    <message>
        <source>{0} bits</source>
        <translation>{0} 位</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>{0} {1} · {2}</source>
        <translation>{0} {1} · {2}</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Lesson of the step</source>
        <translation>这一步的讲解</translation>
    </message>
    <message>
        <source>rounding changes here</source>
        <translation>舍入在此处改变</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New here? F1 opens the Guide.</source>
        <translation>初次使用？按 F1 打开指南。</translation>
    </message>
    <message>
        <source>Value and rules</source>
        <translation>值与规则</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to a panel</source>
        <translation>转到面板(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言 / Language(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作区(&amp;W)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;xperiments</source>
        <translation>实验(&amp;X)</translation>
    </message>
    <message>
        <source>F&amp;ormats</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
</context>
<context>
    <name>NoTensors</name>
    <message>
        <source>Drop or open files or a folder: .npy, .npz, .safetensors, .gguf. Nothing in them is ever executed. Or begin with a sample:</source>
        <translation>拖入或打开文件或文件夹：.npy、.npz、.safetensors、.gguf。其中的任何内容都不会被执行。也可以从示例开始：</translation>
    </message>
    <message>
        <source>No tensors yet</source>
        <translation>还没有张量</translation>
    </message>
    <message>
        <source>Weights and gradients of a real run</source>
        <translation>一次真实训练的权重和梯度</translation>
    </message>
</context>
<context>
    <name>NumberLine</name>
    <message>
        <source>1 value</source>
        <translation>1 个值</translation>
    </message>
    <message>
        <source>after the update</source>
        <translation>更新之后</translation>
    </message>
    <message>
        <source>below the smallest, {value}</source>
        <translation>小于最小值 {value}</translation>
    </message>
    <message>
        <source>beyond the largest, {value}</source>
        <translation>超出最大值 {value}</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Copied what is in view</source>
        <translation>已复制视图中的内容</translation>
    </message>
    <message>
        <source>Copy as a sentence</source>
        <translation>复制为一句话</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>every integer from 1 to {most} is exact</source>
        <translation>从 1 到 {most} 的整数都精确</translation>
    </message>
    <message>
        <source>every {n}th power of ten marked</source>
        <translation>每 {n} 个 10 的幂标出一个</translation>
    </message>
    <message>
        <source>every {n}th power of two marked</source>
        <translation>每 {n} 个 2 的幂标出一个</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>From {lo} to {hi} on a {axis} axis; value {value}</source>
        <translation>从 {lo} 到 {hi}，{axis}刻度；值为 {value}</translation>
    </message>
    <message>
        <source>g = {ulps} ulp, less than half a gap: rounds back to {value}</source>
        <translation>g = {ulps} ulp，不到间距的一半：舍入回 {value}</translation>
    </message>
    <message>
        <source>g = {ulps} ulp: becomes {value}</source>
        <translation>g = {ulps} ulp：变为 {value}</translation>
    </message>
    <message>
        <source>g = {ulps} ulp: moves</source>
        <translation>g = {ulps} ulp：移动</translation>
    </message>
    <message>
        <source>g = {ulps} ulp: rounds back to {value}</source>
        <translation>g = {ulps} ulp：舍入回 {value}</translation>
    </message>
    <message>
        <source>g = {ulps} ulp: stays</source>
        <translation>g = {ulps} ulp：不动</translation>
    </message>
    <message>
        <source>gap {gap}</source>
        <translation>间距 {gap}</translation>
    </message>
    <message>
        <source>half an ulp</source>
        <translation>半个 ulp</translation>
    </message>
    <message>
        <source>half the gap</source>
        <translation>间距的一半</translation>
    </message>
    <message>
        <source>in range</source>
        <translation>范围内</translation>
    </message>
    <message>
        <source>integers exact to</source>
        <translation>此前整数皆精确</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Linear axis</source>
        <translation>线性刻度</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>log₂</source>
        <translation>log₂</translation>
    </message>
    <message>
        <source>no value here</source>
        <translation>此处没有值</translation>
    </message>
    <message>
        <source>none: DAZ takes the source as a zero</source>
        <translation>无：源数被 DAZ 当作零</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>规格化数</translation>
    </message>
    <message>
        <source>not a number of the format</source>
        <translation>不是该格式的数</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number line</source>
        <translation>数轴</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Ordinal axis</source>
        <translation>序号刻度</translation>
    </message>
    <message>
        <source>overflow to {value}</source>
        <translation>上溢为 {value}</translation>
    </message>
    <message>
        <source>overflow, wraps around</source>
        <translation>上溢，回绕</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>留存值</translation>
    </message>
    <message>
        <source>pins: {pins}</source>
        <translation>留存值：{pins}</translation>
    </message>
    <message>
        <source>powers of ten marked</source>
        <translation>标出 10 的幂</translation>
    </message>
    <message>
        <source>powers of two marked</source>
        <translation>标出 2 的幂</translation>
    </message>
    <message>
        <source>rounded down to the largest</source>
        <translation>降为最大值</translation>
    </message>
    <message>
        <source>rounded up to the smallest</source>
        <translation>升为最小值</translation>
    </message>
    <message>
        <source>rounding changes here</source>
        <translation>舍入在此处改变</translation>
    </message>
    <message>
        <source>rounds to it</source>
        <translation>舍入到它的数</translation>
    </message>
    <message>
        <source>Show every value</source>
        <translation>显示所有的值</translation>
    </message>
    <message>
        <source>Show the value and its neighbours</source>
        <translation>显示值及其相邻值</translation>
    </message>
    <message>
        <source>subn.</source>
        <translation>非规格化</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>非规格化数</translation>
    </message>
    <message>
        <source>to largest</source>
        <translation>至最大</translation>
    </message>
    <message>
        <source>to smallest</source>
        <translation>至最小</translation>
    </message>
    <message>
        <source>to zero</source>
        <translation>归零</translation>
    </message>
    <message>
        <source>ulp</source>
        <translation>ulp</translation>
    </message>
    <message>
        <source>ulp {least} … {greatest}</source>
        <translation>ulp {least} … {greatest}</translation>
    </message>
    <message>
        <source>ulp {ulp}</source>
        <translation>ulp {ulp}</translation>
    </message>
    <message>
        <source>underflow to zero</source>
        <translation>下溢为零</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>values in view</source>
        <translation>视图中的值</translation>
    </message>
    <message>
        <source>wraps</source>
        <translation>回绕</translation>
    </message>
    <message>
        <source>zone of the source</source>
        <translation>源数所在区域</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} 个值</translation>
    </message>
    <message>
        <source>{count} values in [{lo}, {hi})</source>
        <translation>[{lo}, {hi}) 内有 {count} 个值</translation>
    </message>
    <message>
        <source>{facts}.</source>
        <translation>{facts}。</translation>
    </message>
    <message>
        <source>{format} has {value} by DAZ, {count} of its values in view</source>
        <translation>{format} 因 DAZ 得 {value}，视图内有 {count} 个它的值</translation>
    </message>
    <message>
        <source>{format} rounds to {value}, {count} of its values in view</source>
        <translation>{format} 舍入为 {value}，视图中有它的 {count}</translation>
    </message>
    <message>
        <source>{lo} to {hi} · {count} numbers</source>
        <translation>{lo} 到 {hi} · {count} 个数</translation>
    </message>
    <message>
        <source>{shown} of {count} values listed</source>
        <translation>列出 {count} 个值中的 {shown} 个</translation>
    </message>
    <message>
        <source>{title}: {count} numbers by binade</source>
        <translation>{title}：{count} 个数，按二进区间计</translation>
    </message>
    <message>
        <source>{zeros} become zero, {overflows} overflow</source>
        <translation>{zeros} 个变为零，{overflows} 个上溢</translation>
    </message>
</context>
<context>
    <name>NumberLinePanel</name>
    <message>
        <source>All values of the active format equally far apart</source>
        <translation>当前格式的所有值等距排列</translation>
    </message>
    <message>
        <source>all values of {0} equally far apart</source>
        <translation>{0} 的所有值等距排列</translation>
    </message>
    <message>
        <source>An update that is about to be added to the value of each lane</source>
        <translation>即将加到每一行的值上的更新量</translation>
    </message>
    <message>
        <source>around</source>
        <translation>周围</translation>
    </message>
    <message>
        <source>Axis of the number line</source>
        <translation>数轴的刻度</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>closer, farther</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Distances as they are</source>
        <translation>按实际距离</translation>
    </message>
    <message>
        <source>Every power of two equally wide</source>
        <translation>每个 2 的幂同样宽</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>how far apart neighbours are, at every magnitude</source>
        <translation>各种大小的数，相邻值相距多远</translation>
    </message>
    <message>
        <source>How far apart they are</source>
        <translation>相邻值之间的距离</translation>
    </message>
    <message>
        <source>line</source>
        <translation>数轴</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>log₂</source>
        <translation>log₂</translation>
    </message>
    <message>
        <source>move along the line</source>
        <translation>沿数轴移动</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Pending update g</source>
        <translation>待加的更新量 g</translation>
    </message>
    <message>
        <source>Pin the value</source>
        <translation>留存此值</translation>
    </message>
    <message>
        <source>powers of two equally far apart, zero in the middle</source>
        <translation>2 的幂等距排列，零居中</translation>
    </message>
    <message>
        <source>shaded: all reals that round to the dot</source>
        <translation>阴影：舍入到圆点的所有实数</translation>
    </message>
    <message>
        <source>show every value</source>
        <translation>显示所有的值</translation>
    </message>
    <message>
        <source>Show every value (Home)</source>
        <translation>显示所有的值（Home）</translation>
    </message>
    <message>
        <source>Show pins</source>
        <translation>显示留存值</translation>
    </message>
    <message>
        <source>Show the numbers of the experiment</source>
        <translation>显示实验中的数</translation>
    </message>
    <message>
        <source>show the value and its neighbours</source>
        <translation>显示值及其相邻值</translation>
    </message>
    <message>
        <source>Show the value and its neighbours (Enter)</source>
        <translation>显示值及其相邻值（Enter）</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>The line and the spacing</source>
        <translation>数轴和间距</translation>
    </message>
    <message>
        <source>The values themselves</source>
        <translation>值本身</translation>
    </message>
    <message>
        <source>update g</source>
        <translation>更新量 g</translation>
    </message>
    <message>
        <source>What is shown of the values</source>
        <translation>显示值的什么</translation>
    </message>
</context>
<context>
    <name>OfferStrip</name>
    <message>
        <source>likeliest</source>
        <translation>最可能</translation>
    </message>
    <message>
        <source>Orders and formats, the likeliest first</source>
        <translation>字节序和格式，最可能的在前</translation>
    </message>
</context>
<context>
    <name>PairBits</name>
    <message>
        <source>differing bits: {0}</source>
        <translation>不同的位：{0}</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>does not follow the source</source>
        <translation>不跟随源数</translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation>不是最新内容</translation>
    </message>
    <message>
        <source>This panel shows the run, which starts from its own parameters: it does not follow the source.</source>
        <translation>这个面板显示的是运行；运行从自己的参数出发，不跟着源数变。</translation>
    </message>
</context>
<context>
    <name>PanelDoors</name>
    <message>
        <source>A dump: it is opened on the Bench, and the value stays</source>
        <translation>是转储：已在“工作台”中打开，数值保持不变</translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <source>&amp;Export picture of this panel…</source>
        <translation>导出此面板的图片(&amp;E)…</translation>
    </message>
    <message>
        <source>Copy &amp;picture of this panel</source>
        <translation>复制此面板的图片(&amp;P)</translation>
    </message>
    <message>
        <source>This panel &amp;alone, or all</source>
        <translation>单独显示此面板或全部显示(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>二进制位</translation>
    </message>
    <message>
        <source>Census</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Lessons on all that this window shows (F1)</source>
        <translation>讲解这个窗口中一切内容的课程（F1）</translation>
    </message>
    <message>
        <source>Number line</source>
        <translation>数轴</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>留存值</translation>
    </message>
    <message>
        <source>Repeated updates</source>
        <translation>重复更新</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>演算步骤</translation>
    </message>
    <message>
        <source>Swallowed updates</source>
        <translation>被吞没的更新</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Values along the table</source>
        <translation>沿表的值</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>测试向量</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>&apos;{name}&apos; is taken as TI has it, of {bits} bits with the sign; Arm&apos;s, of {width}, is {other}</source>
        <translation>&apos;{name}&apos; 按 TI 的记法理解，连符号位共 {bits} 位；Arm 的同名格式有 {width} 位，即 {other}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is taken as {format}, as C has it; Python&apos;s float is {other}</source>
        <translation>“{name}”按 C 的含义读作 {format}；Python 的 float 是 {other}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is taken as {format}, the OCP&apos;s; the IEEE-like one is {other}</source>
        <translation>“{name}”读作 OCP 的 {format}；类似 IEEE 的写作 {other}</translation>
    </message>
    <message>
        <source>(x − 1)³, multiplied out: near its root the terms cancel to their errors.</source>
        <translation>(x − 1)³ 的展开式：在根附近各项相消，只剩下它们的误差。</translation>
    </message>
    <message>
        <source>-0</source>
        <translation>-0</translation>
    </message>
    <message>
        <source>-b and the root of the discriminant cancel; the second way has a sum instead.</source>
        <translation>-b 与判别式的平方根相消；第二种写法改为求和。</translation>
    </message>
    <message>
        <source>-ftz=false: nothing flushed, NaNs as CUDA; a GPU has no flags.</source>
        <translation>-ftz=false：不置零，NaN 同 CUDA；GPU 没有标志。</translation>
    </message>
    <message>
        <source>-ftz=true, of FP32 alone: FTZ, DAZ, NaNs as CUDA; a GPU has no flags.</source>
        <translation>-ftz=true，仅对 FP32：FTZ、DAZ，NaN 同 CUDA；GPU 没有标志。</translation>
    </message>
    <message>
        <source>0 for a NaN</source>
        <translation>NaN 得 0</translation>
    </message>
    <message>
        <source>0, of equal infinities</source>
        <translation>0：两个相同的无穷</translation>
    </message>
    <message>
        <source>1 ulp</source>
        <translation>1 ulp</translation>
    </message>
    <message>
        <source>1/S in the end, in {format}</source>
        <translation>最后的 1/S（{format}）</translation>
    </message>
    <message>
        <source>1/S, by which gradients are unscaled, is 0 in {format}: all finite ones become 0.</source>
        <translation>还原梯度所乘的 1/S 在 {format} 中为 0：所有有限的梯度都变为 0。</translation>
    </message>
    <message>
        <source>16-bit words turned round</source>
        <translation>16 位字次序反转</translation>
    </message>
    <message>
        <source>32-bit words turned round</source>
        <translation>32 位字次序反转</translation>
    </message>
    <message>
        <source>5 – 95 % of the trials</source>
        <translation>试验的 5 – 95 %</translation>
    </message>
    <message>
        <source>a and b are unordered: one of them is not a number.</source>
        <translation>a 与 b 无序：其中有一个不是数。</translation>
    </message>
    <message>
        <source>a back-off factor must lie between 0 and 1</source>
        <translation>回退倍数必须在 0 与 1 之间</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>二进制文件</translation>
    </message>
    <message>
        <source>a block of SCPI</source>
        <translation>SCPI 数据块</translation>
    </message>
    <message>
        <source>a borrow</source>
        <translation>借位所致</translation>
    </message>
    <message>
        <source>a carry</source>
        <translation>进位所致</translation>
    </message>
    <message>
        <source>a code as it stands: FTZ flushes results alone</source>
        <translation>编码保持原样：FTZ 只把结果置零</translation>
    </message>
    <message>
        <source>a code of {code}</source>
        <translation>编码 {code}</translation>
    </message>
    <message>
        <source>a column of CSV</source>
        <translation>CSV 的一列</translation>
    </message>
    <message>
        <source>A copy of the weight in {format} takes g in {update_format}.</source>
        <translation>{format} 的权重备份加上 {update_format} 的 g。</translation>
    </message>
    <message>
        <source>a decay must be at least 0 and less than 1</source>
        <translation>衰减率应不小于 0 且小于 1</translation>
    </message>
    <message>
        <source>a decimal, 1/3, 0x1.8p-3, inf, nan, fp16:0x3c00, or an expression such as 2^-14</source>
        <translation>十进制数、1/3、0x1.8p-3、inf、nan、fp16:0x3c00，或 2^-14 这样的表达式</translation>
    </message>
    <message>
        <source>a digit is unknown, or none of base {base}</source>
        <translation>有未知的数字，或不属于 {base} 进制</translation>
    </message>
    <message>
        <source>A division by zero</source>
        <translation>除以零</translation>
    </message>
    <message>
        <source>A draw</source>
        <translation>一次抽取</translation>
    </message>
    <message>
        <source>a dump with more than {most} edits is not kept</source>
        <translation>编辑超过 {most} 处的转储不会保存</translation>
    </message>
    <message>
        <source>a dump, which Enter opens on the Bench</source>
        <translation>转储，按 Enter 键在“工作台”中打开</translation>
    </message>
    <message>
        <source>a equals b.</source>
        <translation>a 等于 b。</translation>
    </message>
    <message>
        <source>a factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>A factor is zero: so is the exact product, negative if the signs differ.</source>
        <translation>有一个因数是零：精确的乘积也是零，符号不同则为负。</translation>
    </message>
    <message>
        <source>A float of Python does not hold the payload of this {format} NaN</source>
        <translation>Python 的 float 装不下这个 {format} NaN 的负载</translation>
    </message>
    <message>
        <source>a format</source>
        <translation>一个格式</translation>
    </message>
    <message>
        <source>A good step</source>
        <translation>正常的一步</translation>
    </message>
    <message>
        <source>a gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>a growth factor must be greater than 1</source>
        <translation>增长倍数必须大于 1</translation>
    </message>
    <message>
        <source>a hex-float is binary, and {format} is decimal</source>
        <translation>十六进制浮点数是二进制的，而 {format} 是十进制的</translation>
    </message>
    <message>
        <source>a is greater than b.</source>
        <translation>a 大于 b。</translation>
    </message>
    <message>
        <source>a is less than b.</source>
        <translation>a 小于 b。</translation>
    </message>
    <message>
        <source>a is zero and b is not: so the exact quotient is zero, negative if the signs differ.</source>
        <translation>a 为零而 b 不为零：所以精确的商是零，符号不同时为负。</translation>
    </message>
    <message>
        <source>a learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>a learning rate of {rate} is out of reach</source>
        <translation>学习率 {rate} 超出可用范围</translation>
    </message>
    <message>
        <source>a link has at most {most} characters</source>
        <translation>链接最多 {most} 个字符</translation>
    </message>
    <message>
        <source>a link names 1 to {most} formats</source>
        <translation>一个链接列出 1 到 {most} 个格式</translation>
    </message>
    <message>
        <source>a link, which Enter opens</source>
        <translation>这是一个链接，按回车键打开</translation>
    </message>
    <message>
        <source>a list has one number or more as its members</source>
        <translation>列表的成员应为一个或多个数</translation>
    </message>
    <message>
        <source>a list of integers, as programs write it</source>
        <translation>程序中写的整数列表</translation>
    </message>
    <message>
        <source>a list of steps</source>
        <translation>指定的步</translation>
    </message>
    <message>
        <source>a list of {count} values cannot be passed over</source>
        <translation>无法跳过含 {count} 个值的列表</translation>
    </message>
    <message>
        <source>A long sum swamps its own terms; a wide accumulator helps, and so does the order.</source>
        <translation>很长的和会淹没自己的加数；宽累加器有帮助，相加的次序也有帮助。</translation>
    </message>
    <message>
        <source>a loss scale must be positive</source>
        <translation>损失缩放系数必须为正</translation>
    </message>
    <message>
        <source>a loss scale must not be negative</source>
        <translation>损失缩放系数不能为负</translation>
    </message>
    <message>
        <source>a memory for $readmemh</source>
        <translation>$readmemh 存储器文件</translation>
    </message>
    <message>
        <source>A moving average (EMA), e - (1 - β)(e - x), is the same: w0=0 target=1 lr=1e-3 for β = 0.999.</source>
        <translation>滑动平均（EMA）e - (1 - β)(e - x) 与此相同：β = 0.999 时取 w0=0 target=1 lr=1e-3。</translation>
    </message>
    <message>
        <source>a name of {count} bytes cannot be</source>
        <translation>不可能有 {count} 字节长的名称</translation>
    </message>
    <message>
        <source>A NaN among the operands makes this operation invalid.</source>
        <translation>操作数中有 NaN，因此该运算无效。</translation>
    </message>
    <message>
        <source>A NaN stays a NaN, with as much of its payload as {format} holds.</source>
        <translation>NaN 仍是 NaN，负载按 {format} 能容纳的部分保留。</translation>
    </message>
    <message>
        <source>A NaN stays a NaN: {code}, for every one.</source>
        <translation>NaN 仍是 NaN：任何 NaN 都得 {code}。</translation>
    </message>
    <message>
        <source>a panel in front</source>
        <translation>位于前面的面板</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>路径中有一部分不是文件夹</translation>
    </message>
    <message>
        <source>a pasted text of more than 64 KiB is not kept in a scene</source>
        <translation>超过 64 KiB 的粘贴文本不会保存在场景中</translation>
    </message>
    <message>
        <source>a pin</source>
        <translation>留存值</translation>
    </message>
    <message>
        <source>a pin has no {key}</source>
        <translation>留存值缺少 {key}</translation>
    </message>
    <message>
        <source>a pin is no object</source>
        <translation>留存值不是对象</translation>
    </message>
    <message>
        <source>A polynomial by Horner&apos;s rule</source>
        <translation>用秦九韶（Horner）算法求多项式</translation>
    </message>
    <message>
        <source>a precision that varies</source>
        <translation>可变精度</translation>
    </message>
    <message>
        <source>a product that is rounded before the addition (no FMA)</source>
        <translation>乘积在相加之前先舍入（不是 FMA）</translation>
    </message>
    <message>
        <source>a pseudo-denormal: leading bit 1 with exponent field 0; canonical is {code}</source>
        <translation>伪非规格化数（pseudo-denormal）：阶码为 0 而首位为 1；规范编码是 {code}</translation>
    </message>
    <message>
        <source>a pseudo-infinity: leading bit 0 where an infinity has 1</source>
        <translation>伪无穷大：无穷大的首位应为 1，这里是 0</translation>
    </message>
    <message>
        <source>a pseudo-NaN: leading bit 0 where a NaN has 1</source>
        <translation>伪 NaN：NaN 的首位应为 1，这里是 0</translation>
    </message>
    <message>
        <source>a reserved operand: sign 1 with exponent field 0</source>
        <translation>保留操作数：符号为 1 而阶码为 0</translation>
    </message>
    <message>
        <source>a result is missing</source>
        <translation>缺少结果</translation>
    </message>
    <message>
        <source>A root of a quadratic equation</source>
        <translation>一元二次方程的一个根</translation>
    </message>
    <message>
        <source>a root that is rounded before the division</source>
        <translation>平方根先舍入再作除法</translation>
    </message>
    <message>
        <source>a round bit alone, without a sticky bit</source>
        <translation>只有舍入位，没有粘滞位</translation>
    </message>
    <message>
        <source>A run is under way. Shown is the one before it.</source>
        <translation>正在运行。显示的是之前那一次。</translation>
    </message>
    <message>
        <source>a scale</source>
        <translation>缩放系数</translation>
    </message>
    <message>
        <source>a scene has at most {most} pins</source>
        <translation>场景最多有 {most} 个留存值</translation>
    </message>
    <message>
        <source>a scene shows 1 to {most} formats</source>
        <translation>一个场景显示 1 到 {most} 个格式</translation>
    </message>
    <message>
        <source>A second FP16 number keeps what each rounding took, and no update is lost for good.</source>
        <translation>第二个 FP16 数保存每次舍入丢掉的部分，没有更新量会永远丢失。</translation>
    </message>
    <message>
        <source>A single digit is worked out, a 1.</source>
        <translation>只算出一位，是 1。</translation>
    </message>
    <message>
        <source>A skipped step</source>
        <translation>跳过的一步</translation>
    </message>
    <message>
        <source>a spread must not be negative</source>
        <translation>离散度不能为负</translation>
    </message>
    <message>
        <source>a start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>A step counter kept in BF16 is this: it stops at 256 (formats=bf16 steps=1000).</source>
        <translation>用 BF16 保存的步数计数器就是这样：它停在 256（formats=bf16 steps=1000）。</translation>
    </message>
    <message>
        <source>A step of Adam</source>
        <translation>Adam 的一步</translation>
    </message>
    <message>
        <source>A subnormal number of {source}: its first 1 is worth 2^{exponent}; normal numbers of {target} have exponents from {emin} on.</source>
        <translation>{source} 的非规格化数：它的第一个 1 的权为 2^{exponent}；{target} 的规格化数的指数从 {emin} 开始。</translation>
    </message>
    <message>
        <source>A subnormal result is flushed: it becomes a zero.</source>
        <translation>非规格化的结果被置零。</translation>
    </message>
    <message>
        <source>a sum of two fp64; the nearest is fp128, or e11m105</source>
        <translation>两个 fp64 之和；最接近的是 fp128 或 e11m105</translation>
    </message>
    <message>
        <source>A sum that is rounded at every step goes astray by as much each time, until it stalls.</source>
        <translation>和每一步都舍入，每一步都偏离同样多，直到停滞。</translation>
    </message>
    <message>
        <source>a table of Markdown</source>
        <translation>Markdown 表格</translation>
    </message>
    <message>
        <source>a table of values; the nearest is fp4_e2m1</source>
        <translation>一张数值表；最接近的是 fp4_e2m1</translation>
    </message>
    <message>
        <source>a target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>a term</source>
        <translation>加数</translation>
    </message>
    <message>
        <source>A tie</source>
        <translation>平局</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>a value of kind {kind} is not known</source>
        <translation>未知的值类型 {kind}</translation>
    </message>
    <message>
        <source>a weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>a zero as an operand, by DAZ</source>
        <translation>作操作数时按零计（DAZ）</translation>
    </message>
    <message>
        <source>a zero with other bits set; canonical is {code}</source>
        <translation>零，但其他位不全为 0；规范编码是 {code}</translation>
    </message>
    <message>
        <source>a × (1 ÷ b), both rounded</source>
        <translation>a × (1 ÷ b)，两步各舍入一次</translation>
    </message>
    <message>
        <source>above</source>
        <translation>上方</translation>
    </message>
    <message>
        <source>above is the exact result, rounded once; &apos;{command}&apos; shows why</source>
        <translation>上面是只舍入一次的精确结果；“{command}”说明原因</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>精度累加</translation>
    </message>
    <message>
        <source>Accumulator in</source>
        <translation>累加器格式</translation>
    </message>
    <message>
        <source>Adam in 16 bits</source>
        <translation>16 位的 Adam</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>add</source>
        <translation>加</translation>
    </message>
    <message>
        <source>Add once first</source>
        <translation>先加一次</translation>
    </message>
    <message>
        <source>added exactly (fused)</source>
        <translation>精确相加（融合）</translation>
    </message>
    <message>
        <source>Adding ones stops at 2^p: there the next one is half an ulp, a tie that goes back to even.</source>
        <translation>逐次加一，加到 2^p 便停下：此时 1 只有半个 ulp，是平局，取偶便退回原数。</translation>
    </message>
    <message>
        <source>Additions</source>
        <translation>加法次数</translation>
    </message>
    <message>
        <source>addresses go back to {address}</source>
        <translation>地址退回到 {address}</translation>
    </message>
    <message>
        <source>addresses overlap from {address} on</source>
        <translation>地址从 {address} 起重叠</translation>
    </message>
    <message>
        <source>after one step</source>
        <translation>一步之后</translation>
    </message>
    <message>
        <source>after rounding</source>
        <translation>舍入后</translation>
    </message>
    <message>
        <source>After {t} steps the mean of {trials} trials is {mean}; nine in ten lie from {low} to {high}.</source>
        <translation>{t} 步之后，{trials} 次试验的平均值是 {mean}；九成在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对阶</translation>
    </message>
    <message>
        <source>all are finite</source>
        <translation>全部有限</translation>
    </message>
    <message>
        <source>All in</source>
        <translation>全部用</translation>
    </message>
    <message>
        <source>All its bits stay within the places kept.</source>
        <translation>它的各位都在所保留的位之内。</translation>
    </message>
    <message>
        <source>All its digits stand further right, the last at place {count} behind those shown: they only make the sticky digit 1.</source>
        <translation>它的各位都在更右边，最后一位比所示的末位再低 {count} 位：只使粘滞位为 1。</translation>
    </message>
    <message>
        <source>All its digits stand further right: they only make the sticky digit 1.</source>
        <translation>它的各位都在更右边：只使粘滞位为 1。</translation>
    </message>
    <message>
        <source>all may be times of this century, since 1970</source>
        <translation>全部可能是本世纪的时间（自 1970 年起）</translation>
    </message>
    <message>
        <source>all of the {field}</source>
        <translation>全在{field}</translation>
    </message>
    <message>
        <source>All {count} wrong lines are right under {names}.</source>
        <translation>全部 {count} 个错误行在以下情形下都正确：{names}。</translation>
    </message>
    <message>
        <source>all {weight}</source>
        <translation>全部 {weight}</translation>
    </message>
    <message>
        <source>Always 0x7fffffff in FP32, all ones below it; 0xfff8000000000000 in FP64</source>
        <translation>FP32 一律为 0x7fffffff，更窄的格式全为 1；FP64 为 0xfff8000000000000</translation>
    </message>
    <message>
        <source>always the canonical one</source>
        <translation>一律取规范 NaN</translation>
    </message>
    <message>
        <source>an adder with one guard bit and no sticky bit</source>
        <translation>加法器只有一个保护位，没有粘滞位</translation>
    </message>
    <message>
        <source>an adder with {bits} guard bits and no sticky bit</source>
        <translation>加法器有 {bits} 个保护位，没有粘滞位</translation>
    </message>
    <message>
        <source>an alignment of {count} bytes cannot be</source>
        <translation>不可能按 {count} 字节对齐</translation>
    </message>
    <message>
        <source>an array of C</source>
        <translation>C 数组</translation>
    </message>
    <message>
        <source>an edit of a dump</source>
        <translation>转储的一处编辑</translation>
    </message>
    <message>
        <source>an expression, which Enter evaluates in Expression</source>
        <translation>这是一个表达式，按 Enter 键到“表达式”中计算</translation>
    </message>
    <message>
        <source>an increment</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>An infinity stays an infinity, with its sign.</source>
        <translation>无穷大仍是无穷大，符号保留。</translation>
    </message>
    <message>
        <source>An integer has no digit behind the point.</source>
        <translation>整数在小数点后没有数位。</translation>
    </message>
    <message>
        <source>an odd number of digits is no whole byte</source>
        <translation>奇数个数字不构成完整字节</translation>
    </message>
    <message>
        <source>an unnormal: leading bit 0 with an exponent field that wants 1</source>
        <translation>未规格化数（unnormal）：这个阶码要求首位为 1，这里是 0</translation>
    </message>
    <message>
        <source>an update</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>An update of less than half an ulp leaves the weight where it is, however often it comes.</source>
        <translation>更新量不到半个 ulp，权重便原地不动，加多少次都一样。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>anomalies: no number, infinite, or far from those before by {a} binades</source>
        <translation>异常：非数、无穷，或与前面各元素相差超过 {a} 个二进区间</translation>
    </message>
    <message>
        <source>anomalies: no number, infinite, or far from those before by … binades</source>
        <translation>异常：非数、无穷，或与前面各元素相差超过 … 个二进区间</translation>
    </message>
    <message>
        <source>another pin is called {name}</source>
        <translation>另一个留存值名为 {name}</translation>
    </message>
    <message>
        <source>Another such format, for comparison.</source>
        <translation>另一种这样的格式，作为比较。</translation>
    </message>
    <message>
        <source>any NaN</source>
        <translation>任意 NaN</translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation>算术</translation>
    </message>
    <message>
        <source>Arm with FZ</source>
        <translation>Arm，开启 FZ</translation>
    </message>
    <message>
        <source>As -ffast-math sets MXCSR (0x9fc0): FTZ of what is tiny after rounding, DAZ, NaNs as SSE.</source>
        <translation>同 -ffast-math 设置的 MXCSR（0x9fc0）：FTZ 把舍入后极小的置零，DAZ，NaN 同 SSE。</translation>
    </message>
    <message>
        <source>As a program begins (MXCSR 0x1f80): nothing flushed, tiny after rounding, NaNs as SSE.</source>
        <translation>程序启动时的状态（MXCSR 0x1f80）：不置零，舍入后判断极小，NaN 同 SSE。</translation>
    </message>
    <message>
        <source>As Arm: the exact result lies below the smallest normal number</source>
        <translation>同 Arm：精确结果小于最小规格化数即为极小</translation>
    </message>
    <message>
        <source>As on: {label}. {told}</source>
        <translation>同 {label}。{told}</translation>
    </message>
    <message>
        <source>as the text says</source>
        <translation>文本本身如此表明</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>输入值</translation>
    </message>
    <message>
        <source>As x86 and RISC-V: what full precision rounds up to a normal number is none</source>
        <translation>同 x86 与 RISC-V：按全精度舍入后成为规格化数的，不算极小</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>base64</source>
        <translation>base64</translation>
    </message>
    <message>
        <source>before rounding</source>
        <translation>舍入前</translation>
    </message>
    <message>
        <source>behind the dot 0000 three bits count powers of two from 2⁻²² up</source>
        <translation>在点 0000 之后，三位从 2⁻²² 起计 2 的幂</translation>
    </message>
    <message>
        <source>being compared …</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>below</source>
        <translation>下方</translation>
    </message>
    <message>
        <source>Below the least finite number of {format}, {least}: overflow delivers {value}.</source>
        <translation>低于 {format} 的最小有限数 {least}:上溢,得到 {value}。</translation>
    </message>
    <message>
        <source>Below the least finite number of {format}, {least}: overflow.</source>
        <translation>低于 {format} 的最小有限数 {least}:上溢。</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Between two values</source>
        <translation>位于两个值之间</translation>
    </message>
    <message>
        <source>Beyond that: guard {guard}, round {round}, sticky {sticky}.</source>
        <translation>再往后：保护位 {guard}，舍入位 {round}，粘滞位 {sticky}。</translation>
    </message>
    <message>
        <source>Beyond the largest finite number of {format}, {largest}: overflow delivers {value}.</source>
        <translation>超出 {format} 的最大有限数 {largest}：上溢给出 {value}。</translation>
    </message>
    <message>
        <source>Beyond the largest finite number of {format}, {largest}: overflow.</source>
        <translation>超出 {format} 的最大有限数 {largest}：上溢。</translation>
    </message>
    <message>
        <source>Beyond the largest number of {format}: whatever the rule, that stands for it.</source>
        <translation>超出 {format} 的最大数：无论何种规则，都以最大数代替。</translation>
    </message>
    <message>
        <source>BF16 has no 4097: the angle is wrong by a radian, and so are sine and cosine.</source>
        <translation>BF16 中没有 4097：角度差了一弧度，正弦与余弦也随之出错。</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>binary floating point</source>
        <translation>二进制浮点</translation>
    </message>
    <message>
        <source>Binary literal</source>
        <translation>二进制字面量</translation>
    </message>
    <message>
        <source>binary8p4se: width, precision, s or u, f or e</source>
        <translation>binary8p4se：宽度、精度、s 或 u、f 或 e</translation>
    </message>
    <message>
        <source>binary{key}: P3109 has 3 bits or more, and a precision from 1 up that is less than these, without a sign as many</source>
        <translation>binary{key}：P3109 至少有 3 位；精度从 1 起，有符号时小于位数，无符号时至多等于位数</translation>
    </message>
    <message>
        <source>bit {index} alone is flipped</source>
        <translation>只有位 {index} 翻转</translation>
    </message>
    <message>
        <source>bit {index} alone is flipped, of the {field}</source>
        <translation>只有位 {index} 翻转，属于{field}</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>位串</translation>
    </message>
    <message>
        <source>bits lost</source>
        <translation>损失的位</translation>
    </message>
    <message>
        <source>Bits that leave the places kept: {leaving} (guard {guard}, round {round}, sticky {sticky}).</source>
        <translation>移出保留范围的位数：{leaving}（保护位 {guard}，舍入位 {round}，粘滞位 {sticky}）。</translation>
    </message>
    <message>
        <source>Bits, field by field</source>
        <translation>按字段分开的各位</translation>
    </message>
    <message>
        <source>blocks of numbers with one scale; the nearest are their elements, such as fp4_e2m1, and their scales, e8m0</source>
        <translation>共用一个缩放因子的数块；最接近的是其元素（如 fp4_e2m1）和缩放因子（e8m0）</translation>
    </message>
    <message>
        <source>borrows</source>
        <translation>借位</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Both are about equal, so neither swamps the other, and a term meets few roundings.</source>
        <translation>两者大小相近，谁也不会淹没谁，每个加数只经历少数几次舍入。</translation>
    </message>
    <message>
        <source>Both are negative: {larger} is less.</source>
        <translation>两者都是负数：{larger} 较小。</translation>
    </message>
    <message>
        <source>Both are positive: {larger} is greater.</source>
        <translation>两者都是正数：{larger} 较大。</translation>
    </message>
    <message>
        <source>Both are zeros of the same sign, which the exact sum keeps.</source>
        <translation>两者是符号相同的零，精确的和保留这个符号。</translation>
    </message>
    <message>
        <source>Both are zeros: they are equal, whatever their signs are.</source>
        <translation>两者都是零：无论符号如何都相等。</translation>
    </message>
    <message>
        <source>Both exponents are {exponent}: nothing moves.</source>
        <translation>两个指数都是 {exponent}：不需移位。</translation>
    </message>
    <message>
        <source>Both terms have been rounded before they are added: the sum is not 0.3.</source>
        <translation>两个加数在相加之前已经舍入：和不是 0.3。</translation>
    </message>
    <message>
        <source>But then {some} of {count} right lines that were tried would be wrong.</source>
        <translation>但那样的话，试过的 {count} 个正确行中有 {some} 个会是错误的。</translation>
    </message>
    <message>
        <source>by code</source>
        <translation>按编码</translation>
    </message>
    <message>
        <source>by exponent</source>
        <translation>按指数</translation>
    </message>
    <message>
        <source>by the error in {format}</source>
        <translation>按舍入到 {format} 的误差</translation>
    </message>
    <message>
        <source>By the rule of NaNs, {rule}, an invalid operation gives {code}.</source>
        <translation>按 NaN 规则（{rule}），无效操作得 {code}。</translation>
    </message>
    <message>
        <source>By the rule {overflow} it goes round: of its multiples of {ulp} those of {modulus} are dropped, and {value} stands for it.</source>
        <translation>按 {overflow} 规则回绕:以 {ulp} 为单位,去掉 {modulus} 的整数倍,剩下 {value} 来代表它。</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>按值</translation>
    </message>
    <message>
        <source>By {rounding} and the overflow rule {overflow} the result is {value}.</source>
        <translation>按{rounding}和上溢规则“{overflow}”，结果是 {value}。</translation>
    </message>
    <message>
        <source>bytes in quotes, as Python and C write them</source>
        <translation>引号中的字节，如 Python 和 C 所写</translation>
    </message>
    <message>
        <source>bytes of each 16-bit word turned round</source>
        <translation>每个 16 位字内的字节反转</translation>
    </message>
    <message>
        <source>bytes of each 32-bit word turned round</source>
        <translation>每个 32 位字内的字节反转</translation>
    </message>
    <message>
        <source>bytes or words in hexadecimal</source>
        <translation>十六进制的字节或字</translation>
    </message>
    <message>
        <source>bytes turned round</source>
        <translation>字节次序反转</translation>
    </message>
    <message>
        <source>Bytes, big-endian</source>
        <translation>字节，大端序</translation>
    </message>
    <message>
        <source>bytes, in this order</source>
        <translation>字节（按此顺序）</translation>
    </message>
    <message>
        <source>Bytes, little-endian</source>
        <translation>字节，小端序</translation>
    </message>
    <message>
        <source>C has neither a type for {format} nor an integer as wide</source>
        <translation>C 既没有 {format} 的类型，也没有同样宽的整数</translation>
    </message>
    <message>
        <source>C++ has neither a type for {format} nor an integer as wide</source>
        <translation>C++ 既没有 {format} 的类型，也没有同样宽的整数</translation>
    </message>
    <message>
        <source>CAN frames of candump</source>
        <translation>candump 的 CAN 帧</translation>
    </message>
    <message>
        <source>carried</source>
        <translation>进位后</translation>
    </message>
    <message>
        <source>carried in</source>
        <translation>传来</translation>
    </message>
    <message>
        <source>carries</source>
        <translation>进位</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>进位</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>centre and spread must leave log₂ of all gradients within ±900</source>
        <translation>中心和离散度应使所有梯度的 log₂ 在 ±900 之内</translation>
    </message>
    <message>
        <source>change a note</source>
        <translation>更改备注</translation>
    </message>
    <message>
        <source>change a parameter</source>
        <translation>更改参数</translation>
    </message>
    <message>
        <source>change a row</source>
        <translation>更改一行</translation>
    </message>
    <message>
        <source>Change the fields</source>
        <translation>改变字段</translation>
    </message>
    <message>
        <source>change the rules</source>
        <translation>更改规则</translation>
    </message>
    <message>
        <source>change the sign</source>
        <translation>改变符号</translation>
    </message>
    <message>
        <source>Check the range</source>
        <translation>检查范围</translation>
    </message>
    <message>
        <source>choose a code</source>
        <translation>选择编码</translation>
    </message>
    <message>
        <source>choose a row</source>
        <translation>选择一行</translation>
    </message>
    <message>
        <source>choose an experiment</source>
        <translation>选择实验</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>code of {name}</source>
        <translation>{name} 的编码</translation>
    </message>
    <message>
        <source>codes of {format}</source>
        <translation>按 {format} 的编码解读</translation>
    </message>
    <message>
        <source>column {name} of {names}</source>
        <translation>列 {name}，共有 {names}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较格式</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compensation in the end</source>
        <translation>最终的补偿</translation>
    </message>
    <message>
        <source>Consecutive only</source>
        <translation>只计连续</translation>
    </message>
    <message>
        <source>contracted</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>copy sign</source>
        <translation>复制符号</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CUDA with --use_fast_math</source>
        <translation>CUDA，--use_fast_math</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>DAZ: the next operation that reads it takes a zero.</source>
        <translation>DAZ：下一个读取它的运算把它当作零。</translation>
    </message>
    <message>
        <source>DAZ: through {format} ({code}, subnormal) it becomes {value}, not {other}.</source>
        <translation>DAZ：经过 {format}（{code}，非规格化数）变成 {value}，而不是 {other}。</translation>
    </message>
    <message>
        <source>decimal</source>
        <translation>十进制</translation>
    </message>
    <message>
        <source>decimal floating point</source>
        <translation>十进制浮点</translation>
    </message>
    <message>
        <source>decimal96, with _dpd for packed digits</source>
        <translation>decimal96，加 _dpd 表示压缩的十进制数字</translation>
    </message>
    <message>
        <source>DeepSpeed with ZeRO, 0.17.1 and later</source>
        <translation>DeepSpeed，用 ZeRO，0.17.1 及以后</translation>
    </message>
    <message>
        <source>DeepSpeed with ZeRO, up to 0.17.0</source>
        <translation>DeepSpeed，用 ZeRO，到 0.17.0 为止</translation>
    </message>
    <message>
        <source>DeepSpeed without ZeRO</source>
        <translation>DeepSpeed，不用 ZeRO</translation>
    </message>
    <message>
        <source>Descent in FP16 stops half-way; with an FP32 copy of the weight it goes on.</source>
        <translation>全用 FP16 时，下降半途就停；有了 FP32 的权重备份，便能继续。</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>differing bits</source>
        <translation>不同的位</translation>
    </message>
    <message>
        <source>differs from the one before by more than {a}</source>
        <translation>与前一个相差大于 {a}</translation>
    </message>
    <message>
        <source>differs from the one before by more than …</source>
        <translation>与前一个相差大于 …</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>相除</translation>
    </message>
    <message>
        <source>divide</source>
        <translation>除法</translation>
    </message>
    <message>
        <source>divide by zero</source>
        <translation>除以零</translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation>点积</translation>
    </message>
    <message>
        <source>double rounding through {format}</source>
        <translation>经过 {format} 的双重舍入</translation>
    </message>
    <message>
        <source>Double rounding: through {format} ({code}) it becomes {value}, not {other}.</source>
        <translation>双重舍入：经过 {format}（{code}）会变成 {value}，而不是 {other}。</translation>
    </message>
    <message>
        <source>down to the largest</source>
        <translation>降为最大值</translation>
    </message>
    <message>
        <source>downward</source>
        <translation>向下舍入</translation>
    </message>
    <message>
        <source>Downward, and the number is negative: the last place grows by 1.</source>
        <translation>向下舍入，且数为负：末位加 1。</translation>
    </message>
    <message>
        <source>Downward, and the number is positive: the rest is dropped.</source>
        <translation>向下舍入，且数为正：余下的舍去。</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Dynamic loss scale</source>
        <translation>动态损失缩放</translation>
    </message>
    <message>
        <source>DynamicGradScaler of Megatron-LM (megatron-core 0.16)</source>
        <translation>Megatron-LM 的 DynamicGradScaler（megatron-core 0.16）</translation>
    </message>
    <message>
        <source>DynamicLossScaler of DeepSpeed 0.14.5 to 0.17.0, under ZeRO; 0.17.1 grows a step later</source>
        <translation>DeepSpeed 0.14.5 到 0.17.0 在 ZeRO 下的 DynamicLossScaler；0.17.1 晚一步增长</translation>
    </message>
    <message>
        <source>DynamicLossScaler of DeepSpeed 0.17.1 to 0.19, under ZeRO; 0.17.0 grew a step earlier</source>
        <translation>DeepSpeed 0.17.1 到 0.19 在 ZeRO 下的 DynamicLossScaler；0.17.0 早一步增长</translation>
    </message>
    <message>
        <source>e5m7 or ue5m7, with b11 for a bias, ieee, fn, fnuz, finite or in3 and its like for the specials, ns for no subnormals; or ue6m0, ue6m0z</source>
        <translation>e5m7 或 ue5m7，可带 b11 表示偏置，ieee、fn、fnuz、finite 或 in3 之类表示特殊值，ns 表示没有次正规数；或 ue6m0、ue6m0z</translation>
    </message>
    <message>
        <source>each step adds {added} instead of {update}</source>
        <translation>每一步加上的是 {added} 而不是 {update}</translation>
    </message>
    <message>
        <source>edits laid over it as it is now: {count}</source>
        <translation>已叠加在当前内容上的编辑：{count} 处</translation>
    </message>
    <message>
        <source>element #{index}</source>
        <translation>元素 #{index}</translation>
    </message>
    <message>
        <source>element #{index} at {address}, bytes {bytes}</source>
        <translation>元素 #{index}，位于 {address}，字节 {bytes}</translation>
    </message>
    <message>
        <source>elements of {type} are not numbers that are read</source>
        <translation>类型为 {type} 的元素不是可读取的数</translation>
    </message>
    <message>
        <source>elements: {count}</source>
        <translation>元素：{count}</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>其他格式</translation>
    </message>
    <message>
        <source>enter a value</source>
        <translation>输入数值</translation>
    </message>
    <message>
        <source>eps must not be negative</source>
        <translation>eps 不能为负</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>equal to the code {a}</source>
        <translation>等于编码 {a}</translation>
    </message>
    <message>
        <source>equal to the code …</source>
        <translation>等于编码 …</translation>
    </message>
    <message>
        <source>equal to the number …</source>
        <translation>等于数 …</translation>
    </message>
    <message>
        <source>equal to {a}</source>
        <translation>等于 {a}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>error frames, which hold no data: {count}</source>
        <translation>不含数据的错误帧：{count} 个</translation>
    </message>
    <message>
        <source>error in ulps</source>
        <translation>误差（ulp）</translation>
    </message>
    <message>
        <source>Every k from {low} on is safe: nothing becomes zero, nothing overflows.</source>
        <translation>从 {low} 起的每个 k 都安全：没有变为零的，也没有上溢的。</translation>
    </message>
    <message>
        <source>Every k from {low} to {high} is safe: nothing becomes zero, nothing overflows.</source>
        <translation>从 {low} 到 {high} 的每个 k 都安全：没有变为零的，也没有上溢的。</translation>
    </message>
    <message>
        <source>Every k is safe: nothing becomes zero, nothing overflows.</source>
        <translation>每个 k 都安全：没有变为零的，也没有上溢的。</translation>
    </message>
    <message>
        <source>Every k up to {high} is safe: nothing becomes zero, nothing overflows.</source>
        <translation>直到 {high} 的每个 k 都安全：没有变为零的，也没有上溢的。</translation>
    </message>
    <message>
        <source>Every number times 0 is 0: no quotient is the right one.</source>
        <translation>任何数乘以 0 都是 0：没有哪个商是唯一正确的。</translation>
    </message>
    <message>
        <source>every rule</source>
        <translation>任何规则</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确值</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确值</translation>
    </message>
    <message>
        <source>Exact decimal</source>
        <translation>精确十进制</translation>
    </message>
    <message>
        <source>Exact result</source>
        <translation>精确结果</translation>
    </message>
    <message>
        <source>Exact sum</source>
        <translation>精确和</translation>
    </message>
    <message>
        <source>exact sum</source>
        <translation>精确和</translation>
    </message>
    <message>
        <source>exact sum of the {format} update</source>
        <translation>{format} 更新量的精确和</translation>
    </message>
    <message>
        <source>Exactly half, a tie, and the {augend} is even:</source>
        <translation>恰好一半，是平局，而{augend}的末位为偶：</translation>
    </message>
    <message>
        <source>Exactly half, a tie, and the {augend} lies farther from zero:</source>
        <translation>恰好一半，是平局，而{augend}离零更远：</translation>
    </message>
    <message>
        <source>Exactly half, a tie, and the {augend} lies higher:</source>
        <translation>恰好一半，是平局，而{augend}更大：</translation>
    </message>
    <message>
        <source>Exactly half, a tie: the last digit is 0, even already, and stays.</source>
        <translation>恰好一半，平局：末位是 0，已是偶数，保持不变。</translation>
    </message>
    <message>
        <source>Exactly half, a tie: the last digit is 1, odd, and grows by 1 to become even.</source>
        <translation>恰好一半，平局：末位是 1，为奇数，加 1 成为偶数。</translation>
    </message>
    <message>
        <source>Exactly half, a tie: this rule goes away from zero: the last place grows by 1.</source>
        <translation>恰好一半，平局：此规则取远离零的一边，末位加 1。</translation>
    </message>
    <message>
        <source>Exactly half, a tie: this rule goes upward, and the number is negative: the last place stays.</source>
        <translation>恰好一半，平局：此规则向上取，而此数为负：末位不变。</translation>
    </message>
    <message>
        <source>Exactly half, a tie: this rule goes upward, and the number is positive: the last place grows by 1.</source>
        <translation>恰好一半，平局：此规则向上取，而此数为正：末位加 1。</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Exception at step</source>
        <translation>抛出异常的步</translation>
    </message>
    <message>
        <source>exp(12) is beyond FP16: infinity by infinity is no number.</source>
        <translation>exp(12) 超出 FP16 的范围：无穷除以无穷不是数。</translation>
    </message>
    <message>
        <source>Expected mean</source>
        <translation>期望的平均值</translation>
    </message>
    <message>
        <source>expected results</source>
        <translation>期望结果</translation>
    </message>
    <message>
        <source>Expected standard deviation</source>
        <translation>期望的标准差</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Exponent field {field} - bias {bias} + bias {other} = {result}, a change by {shift}: no normal number of {target} has it.</source>
        <translation>阶码 {field} - 偏置 {bias} + 偏置 {other} = {result}，改变了 {shift}：{target} 的规格化数没有这个阶码。</translation>
    </message>
    <message>
        <source>Exponent field {field} - bias {bias} + bias {other} = {result}: it changes by {shift}.</source>
        <translation>阶码 {field} - 偏置 {bias} + 偏置 {other} = {result}：改变了 {shift}。</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Extensions F, D and Q: nothing flushed, tiny after rounding, canonical NaN.</source>
        <translation>F、D、Q 扩展：不置零，舍入后判断极小，规范 NaN。</translation>
    </message>
    <message>
        <source>faithful rounding (either neighbour)</source>
        <translation>忠实舍入（两个相邻值之一）</translation>
    </message>
    <message>
        <source>false</source>
        <translation>假</translation>
    </message>
    <message>
        <source>few exponents</source>
        <translation>指数种类少</translation>
    </message>
    <message>
        <source>fewest are subnormal there: {count}</source>
        <translation>该处非规格化数最少：{count} 个</translation>
    </message>
    <message>
        <source>field 0 means 1 - {bias} = {exponent}, no hidden one</source>
        <translation>阶码 0 表示 1 - {bias} = {exponent}，没有隐含的 1</translation>
    </message>
    <message>
        <source>field {field} - bias {bias} = {exponent}</source>
        <translation>阶码 {field} - 偏置 {bias} = {exponent}</translation>
    </message>
    <message>
        <source>field {field} - excess {excess} = {power}, a power of {radix}</source>
        <translation>字段 {field} - 偏移 {excess} = {power},即 {radix} 的幂次</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>final codes</source>
        <translation>最终编码</translation>
    </message>
    <message>
        <source>First scale</source>
        <translation>初始系数</translation>
    </message>
    <message>
        <source>first step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>first swamped update: number</source>
        <translation>首次被淹没是第几个更新量</translation>
    </message>
    <message>
        <source>fixed point and integers</source>
        <translation>定点数与整数</translation>
    </message>
    <message>
        <source>fixed point with its digits on one side of the point only; type both, such as q3.12, which has a sign before them</source>
        <translation>只写了小数点一侧位数的定点格式；请写出两侧，例如 q3.12，符号位另计</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>flags that are not cleared from line to line</source>
        <translation>标志在各行之间没有清除</translation>
    </message>
    <message>
        <source>Flags: {flags}.</source>
        <translation>标志：{flags}。</translation>
    </message>
    <message>
        <source>Flush subnormals</source>
        <translation>非规格化数置零</translation>
    </message>
    <message>
        <source>flush to zero of what is {tiny}</source>
        <translation>清零（FTZ），判断方式：{tiny}</translation>
    </message>
    <message>
        <source>flushed by DAZ: subnormal in {format}</source>
        <translation>被 DAZ 置零：在 {format} 中是非规格化数</translation>
    </message>
    <message>
        <source>fma</source>
        <translation>乘加（fma）</translation>
    </message>
    <message>
        <source>fmod</source>
        <translation>fmod</translation>
    </message>
    <message>
        <source>for the error of each operation see &apos;{command}&apos;</source>
        <translation>每个运算的误差见“{command}”</translation>
    </message>
    <message>
        <source>for ties-to-even</source>
        <translation>适用于平局取偶</translation>
    </message>
    <message>
        <source>for ties-to-even; by these rules it reads as {value}</source>
        <translation>适用于平局取偶；按当前规则会读成 {value}</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>FP16_Optimizer of DeepSpeed 0.14 to 0.19, without ZeRO</source>
        <translation>DeepSpeed 0.14 到 0.19 不用 ZeRO 时的 FP16_Optimizer</translation>
    </message>
    <message>
        <source>FPCR 0: nothing flushed, tiny before rounding, NaNs as Arm.</source>
        <translation>FPCR 为 0：不置零，舍入前判断极小，NaN 同 Arm。</translation>
    </message>
    <message>
        <source>FPCR.FZ: FTZ of what is tiny before rounding, DAZ, NaNs as Arm; Arm raises underflow alone for what is flushed, here inexact, too.</source>
        <translation>FPCR.FZ：FTZ 把舍入前极小的置零，DAZ，NaN 同 Arm；置零时 Arm 只置下溢标志，这里还置不精确标志。</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>小数</translation>
    </message>
    <message>
        <source>frames of several identifiers: {names}</source>
        <translation>帧有多个标识符：{names}</translation>
    </message>
    <message>
        <source>frames too short for {name}: {count}</source>
        <translation>对 {name} 而言过短的帧：{count} 个</translation>
    </message>
    <message>
        <source>frames without data: {count}</source>
        <translation>无数据的帧：{count} 个</translation>
    </message>
    <message>
        <source>From 0.5 to 1.1 it is six steps of 0.1, and a little more: a range has a seventh.</source>
        <translation>从 0.5 到 1.1 有六个 0.1 的步长，还多出一点：区间里便有了第七个数。</translation>
    </message>
    <message>
        <source>from {a} to {b}</source>
        <translation>从 {a} 到 {b}</translation>
    </message>
    <message>
        <source>functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>g in {format}</source>
        <translation>{format} 的 g</translation>
    </message>
    <message>
        <source>go on typing …</source>
        <translation>请继续输入……</translation>
    </message>
    <message>
        <source>go to the neighbour</source>
        <translation>转到相邻值</translation>
    </message>
    <message>
        <source>got: {said}</source>
        <translation>实得：{said}</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradient g</source>
        <translation>梯度 g</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度个数</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradients are lost</source>
        <translation>有梯度丢失</translation>
    </message>
    <message>
        <source>Gradients in</source>
        <translation>梯度格式</translation>
    </message>
    <message>
        <source>Gradients lost there</source>
        <translation>此时丢失的梯度</translation>
    </message>
    <message>
        <source>Gradients: {zone}</source>
        <translation>梯度：{zone}</translation>
    </message>
    <message>
        <source>gradual underflow</source>
        <translation>渐进下溢</translation>
    </message>
    <message>
        <source>greater</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>Growth interval</source>
        <translation>增长间隔</translation>
    </message>
    <message>
        <source>half + half</source>
        <translation>半和 + 半和</translation>
    </message>
    <message>
        <source>Half an ulp is added, the rest cut off: ties go toward +∞</source>
        <translation>加半个 ulp 后截断：平局取向 +∞ 的一边</translation>
    </message>
    <message>
        <source>Half of {even} is the exponent of the root: {half}.</source>
        <translation>{even} 的一半就是平方根的指数：{half}。</translation>
    </message>
    <message>
        <source>Halves of the terms are summed alike, and the two sums added.</source>
        <translation>把加数分成两半，各自同样求和，再把两个和相加。</translation>
    </message>
    <message>
        <source>Hex code</source>
        <translation>十六进制编码</translation>
    </message>
    <message>
        <source>Hex-float</source>
        <translation>十六进制浮点</translation>
    </message>
    <message>
        <source>hex-float</source>
        <translation>十六进制浮点</translation>
    </message>
    <message>
        <source>hexadecimal</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>hexdump or od</source>
        <translation>hexdump 或 od</translation>
    </message>
    <message>
        <source>HiFloat8: exponent and fraction share the bits</source>
        <translation>HiFloat8：指数与尾数共用各位</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>How many good steps in a row make the scale grow; 1000 or 2000 are usual.</source>
        <translation>连续多少个正常步使系数增长；通常为 1000 或 2000。</translation>
    </message>
    <message>
        <source>How many gradients there are; at most 10^9.</source>
        <translation>一共多少个梯度；最多 10^9。</translation>
    </message>
    <message>
        <source>How many of the gradients, times 2^k, fall into this zone.</source>
        <translation>乘以 2^k 之后，有多少梯度落在这个区域。</translation>
    </message>
    <message>
        <source>How many of the trials are drawn as curves.</source>
        <translation>画出多少条试验曲线。</translation>
    </message>
    <message>
        <source>How many overflows it takes to back off (DeepSpeed with ZeRO, Megatron).</source>
        <translation>上溢多少次才回退（DeepSpeed ZeRO、Megatron）。</translation>
    </message>
    <message>
        <source>How many products are summed; at most 10^6.</source>
        <translation>一共相加多少个乘积；最多 10^6。</translation>
    </message>
    <message>
        <source>How many random bits each draw has; few bring the bias back.</source>
        <translation>每次抽取的随机位数；太少会使偏差重现。</translation>
    </message>
    <message>
        <source>How many random courses there are; times the steps, at most 4·10^7.</source>
        <translation>随机过程一共多少条；乘以步数最多 4·10^7。</translation>
    </message>
    <message>
        <source>How many steps of 0.1</source>
        <translation>走几步 0.1</translation>
    </message>
    <message>
        <source>How many steps of descent; at most 10^6.</source>
        <translation>下降多少步；最多 10^6。</translation>
    </message>
    <message>
        <source>How many steps of training there are; at most 10^6.</source>
        <translation>一共训练多少步；最多 10^6。</translation>
    </message>
    <message>
        <source>How many steps there are; at most 10^5.</source>
        <translation>一共多少步；最多 10^5。</translation>
    </message>
    <message>
        <source>How many terms are summed; at most 10^15.</source>
        <translation>一共相加多少个加数；最多 10^15。</translation>
    </message>
    <message>
        <source>How often an infinity goes into an infinity is not determined.</source>
        <translation>无穷中含有多少个无穷，并不确定。</translation>
    </message>
    <message>
        <source>How often the increment is added; at most 10^15.</source>
        <translation>加增量多少次；最多 10^15。</translation>
    </message>
    <message>
        <source>How often the update is added; at most 10^15.</source>
        <translation>加更新量多少次；最多 10^15。</translation>
    </message>
    <message>
        <source>How often the update is added; at most 10^6.</source>
        <translation>加更新量多少次；最多 10^6。</translation>
    </message>
    <message>
        <source>hypotenuse</source>
        <translation>斜边</translation>
    </message>
    <message>
        <source>Hysteresis</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>ieee</source>
        <translation>IEEE</translation>
    </message>
    <message>
        <source>IEEE 754, as usual</source>
        <translation>IEEE 754（通常）</translation>
    </message>
    <message>
        <source>IEEE P3109 (draft 4.0 of 26 June 2026)</source>
        <translation>IEEE P3109（2026 年 6 月 26 日草案 4.0）</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>in binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>In fixed point around to the other end; as IEEE in all other formats</source>
        <translation>定点数回绕到另一端；其他格式与 IEEE 相同</translation>
    </message>
    <message>
        <source>In FP16 eps is zero: a small gradient divides by zero, and the weight is gone at once.</source>
        <translation>在 FP16 中 eps 为零：遇到小梯度就会除以零，权重立刻报废。</translation>
    </message>
    <message>
        <source>in the end</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>in the range …</source>
        <translation>在以下范围内 …</translation>
    </message>
    <message>
        <source>In {format} eps is 0: nothing keeps the divisor from zero.</source>
        <translation>在 {format} 中 eps 是 0：没有什么能防止除数为零。</translation>
    </message>
    <message>
        <source>In {format} it would stand as {fields}.</source>
        <translation>在 {format} 中它写作 {fields}。</translation>
    </message>
    <message>
        <source>In {format} it would stand as {fields}: the exponent field changes by {shift}.</source>
        <translation>在 {format} 中它写作 {fields}：阶码改变了 {shift}。</translation>
    </message>
    <message>
        <source>In {gradient}, whose ulp there is {ulp}, the weight, {weight}, is {held}: the gradient is 0, and the weight stays.</source>
        <translation>在 {gradient} 中（该处的 ulp 是 {ulp}），权重 {weight} 是 {held}：梯度为 0，权重不再移动。</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>increment</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>inexact</source>
        <translation>不精确</translation>
    </message>
    <message>
        <source>inexact never raised</source>
        <translation>从不置不精确标志</translation>
    </message>
    <message>
        <source>inexact not raised beside overflow and underflow</source>
        <translation>上溢和下溢时不同时引发不精确</translation>
    </message>
    <message>
        <source>Inexact results take the neighbour with an odd significand</source>
        <translation>不精确的结果取有效数字为奇数的相邻值</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>无穷大</translation>
    </message>
    <message>
        <source>infinities</source>
        <translation>无穷</translation>
    </message>
    <message>
        <source>Infinities of opposite sign have no sum: the operation is invalid.</source>
        <translation>符号相反的无穷大没有和：操作无效。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Inputs in</source>
        <translation>输入格式</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>integers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Intel HEX</source>
        <translation>Intel HEX</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>invalid codes</source>
        <translation>无效编码</translation>
    </message>
    <message>
        <source>it does not begin as an array of numpy does</source>
        <translation>开头不是 numpy 数组</translation>
    </message>
    <message>
        <source>it does not fit {bits} bits</source>
        <translation>{bits} 位放不下</translation>
    </message>
    <message>
        <source>it has changed since it was read</source>
        <translation>读取之后已被更改</translation>
    </message>
    <message>
        <source>it has more than {count} MiB</source>
        <translation>它超过 {count} MiB</translation>
    </message>
    <message>
        <source>it has more than {most} operations</source>
        <translation>运算多于 {most} 个</translation>
    </message>
    <message>
        <source>it has {count} members</source>
        <translation>它有 {count} 个成员</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <translation>它是指回自身的链接</translation>
    </message>
    <message>
        <source>it is a pickle, which runs code when it is opened; in Python: {how}</source>
        <translation>这是 pickle，打开时会执行代码；请在 Python 中：{how}</translation>
    </message>
    <message>
        <source>it is cut short: {count} bytes</source>
        <translation>文件不完整：仅 {count} 字节</translation>
    </message>
    <message>
        <source>it is cut short: {count} bytes of {all}</source>
        <translation>文件不完整：{all} 字节中仅有 {count} 字节</translation>
    </message>
    <message>
        <source>It is in the range of {format}.</source>
        <translation>它在 {format} 的范围之内。</translation>
    </message>
    <message>
        <source>it is no archive, or is damaged</source>
        <translation>这不是归档文件，或已损坏</translation>
    </message>
    <message>
        <source>it is no file of tensors; known are {suffixes}</source>
        <translation>这不是张量文件；可读取 {suffixes}</translation>
    </message>
    <message>
        <source>it is no file; what a pipe delivers is read from standard input</source>
        <translation>它不是文件；管道的内容请从标准输入读入</translation>
    </message>
    <message>
        <source>It is positive if the signs are alike, else negative; that of the zero counts, too.</source>
        <translation>符号相同则为正，否则为负；零的符号也算在内。</translation>
    </message>
    <message>
        <source>It is signalling: the operation is invalid and makes it quiet.</source>
        <translation>这是信令 NaN：操作无效，并使它变为静默 NaN。</translation>
    </message>
    <message>
        <source>It is smaller than the smallest normal number of {format}, {least}.</source>
        <translation>它小于 {format} 的最小正规数 {least}。</translation>
    </message>
    <message>
        <source>it is text in UTF-16; UTF-8 is read</source>
        <translation>它是 UTF-16 文本；只读取 UTF-8</translation>
    </message>
    <message>
        <source>It is tiny and not exact: underflow is raised.</source>
        <translation>结果极小且不精确：置下溢标志。</translation>
    </message>
    <message>
        <source>It is tiny before rounding, and flushed: it becomes a zero.</source>
        <translation>它在舍入前极小，被置零：变成零。</translation>
    </message>
    <message>
        <source>It is tiny but exact: no underflow is raised.</source>
        <translation>结果极小但精确：不置下溢标志。</translation>
    </message>
    <message>
        <source>It is tiny with full precision, and flushed: it becomes a zero.</source>
        <translation>它按全精度极小，被置零：变成零。</translation>
    </message>
    <message>
        <source>It is unscaled by 1/S, in {format} {inverse}.</source>
        <translation>反缩放所乘的 1/S 在 {format} 中是 {inverse}。</translation>
    </message>
    <message>
        <source>It reads as {formula}.</source>
        <translation>它读作 {formula}。</translation>
    </message>
    <message>
        <source>it says that it has {count} entries</source>
        <translation>它自称有 {count} 个条目</translation>
    </message>
    <message>
        <source>it says that its header has {count} bytes</source>
        <translation>它自称文件头有 {count} 字节</translation>
    </message>
    <message>
        <source>It was ended before it was worked out.</source>
        <translation>在算出之前已被中止。</translation>
    </message>
    <message>
        <source>It was tiny before rounding and is not after: no underflow.</source>
        <translation>舍入前很小,舍入后不再如此:没有下溢。</translation>
    </message>
    <message>
        <source>It was tiny before rounding and is not after: RISC-V and x86 look after it, as here, and raise no underflow; Arm looks before it and raises underflow as well.</source>
        <translation>舍入前极小，舍入后不再极小：RISC-V 和 x86 与此处一样在舍入后判断，不置下溢标志；Arm 在舍入前判断，还会置下溢标志。</translation>
    </message>
    <message>
        <source>its bytes are another tensor&apos;s, too</source>
        <translation>其字节与另一个张量重叠</translation>
    </message>
    <message>
        <source>its bytes are beyond the end of the file</source>
        <translation>其字节超出文件末尾</translation>
    </message>
    <message>
        <source>its bytes are not as many as its shape says</source>
        <translation>其字节数与形状不符</translation>
    </message>
    <message>
        <source>its elements, of type {type}, are in blocks</source>
        <translation>其元素（类型 {type}）以块存储</translation>
    </message>
    <message>
        <source>its entry in the header is damaged</source>
        <translation>文件头中的条目已损坏</translation>
    </message>
    <message>
        <source>its exponent {exponent} is {binades} above the median of those before, {median}</source>
        <translation>其指数 {exponent} 比前面各元素的中位数 {median} 高 {binades}</translation>
    </message>
    <message>
        <source>its exponent {exponent} is {binades} below the median of those before, {median}</source>
        <translation>其指数 {exponent} 比前面各元素的中位数 {median} 低 {binades}</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>文件头已损坏</translation>
    </message>
    <message>
        <source>its header is {count} bytes long</source>
        <translation>文件头长达 {count} 字节</translation>
    </message>
    <message>
        <source>its length is not the one that it says</source>
        <translation>长度与其声明不符</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Kahan compensation</source>
        <translation>Kahan 补偿求和</translation>
    </message>
    <message>
        <source>Kahan&apos;s triangle</source>
        <translation>Kahan 三角形</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Largest k without overflow</source>
        <translation>不上溢的最大 k</translation>
    </message>
    <message>
        <source>Largest |gradient|</source>
        <translation>最大 |梯度|</translation>
    </message>
    <message>
        <source>last place + 1</source>
        <translation>末位加 1</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>leading bit</source>
        <translation>首位</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>least gradient whose v is not 0</source>
        <translation>使 v 不为 0 的最小梯度</translation>
    </message>
    <message>
        <source>Least k that loses none to zero</source>
        <translation>没有梯度变为零的最小 k</translation>
    </message>
    <message>
        <source>Least scale</source>
        <translation>最小系数</translation>
    </message>
    <message>
        <source>Least scale that overflows</source>
        <translation>会上溢的最小系数</translation>
    </message>
    <message>
        <source>left</source>
        <translation>余下</translation>
    </message>
    <message>
        <source>Left out of the table, beyond {most} rows that are right and as many others: {count}.</source>
        <translation>表中省略的行数（正确的行与其他行各最多保留 {most} 行）：{count}。</translation>
    </message>
    <message>
        <source>less</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>Less than half of the last place lies beyond the cut: the last place stays.</source>
        <translation>截断处之后不到末位的一半：末位不变。</translation>
    </message>
    <message>
        <source>Less than half:</source>
        <translation>不到一半：</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>line {line} is no signal: {text}</source>
        <translation>第 {line} 行不是信号：{text}</translation>
    </message>
    <message>
        <source>line {line}: the checksum is {given} and should be {right}</source>
        <translation>第 {line} 行：校验和是 {given}，应为 {right}</translation>
    </message>
    <message>
        <source>line {line}: the CRC is {given} and should be {right}</source>
        <translation>第 {line} 行：CRC 是 {given}，应为 {right}</translation>
    </message>
    <message>
        <source>line {line}: {text} is not read</source>
        <translation>第 {line} 行：{text} 未读入</translation>
    </message>
    <message>
        <source>line {line}: {text}: {why}</source>
        <translation>第 {line} 行：{text}：{why}</translation>
    </message>
    <message>
        <source>lines: {lines}, right: {right}, wrong: {wrong}</source>
        <translation>行数：{lines}，正确：{right}，错误：{wrong}</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>lists of different lengths, {lengths}</source>
        <translation>列表长度不同：{lengths}</translation>
    </message>
    <message>
        <source>literals of Verilog or VHDL</source>
        <translation>Verilog 或 VHDL 字面量</translation>
    </message>
    <message>
        <source>log₂ of the median magnitude of the gradients.</source>
        <translation>梯度绝对值中位数的 log₂。</translation>
    </message>
    <message>
        <source>log₂ S after steps 1 … {last}</source>
        <translation>第 1 … {last} 步之后的 log₂ S</translation>
    </message>
    <message>
        <source>loss scale</source>
        <translation>损失缩放系数</translation>
    </message>
    <message>
        <source>loss scale S</source>
        <translation>损失缩放系数 S</translation>
    </message>
    <message>
        <source>LossScaler of apex.amp, which is no longer developed</source>
        <translation>apex.amp 的 LossScaler（已不再开发）</translation>
    </message>
    <message>
        <source>Low format</source>
        <translation>低精度格式</translation>
    </message>
    <message>
        <source>lr · {format} gradient</source>
        <translation>lr · {format} 梯度</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>mainframes, signal processors and instruments</source>
        <translation>大型机、信号处理器和仪器</translation>
    </message>
    <message>
        <source>make {format} active</source>
        <translation>将 {format} 设为当前格式</translation>
    </message>
    <message>
        <source>Many values: a dump in every order, what is kept of it, and what differs</source>
        <translation>许多数值：以各种次序读出的转储、从中保留的内容，以及其间的差异</translation>
    </message>
    <message>
        <source>Master copy</source>
        <translation>权重备份</translation>
    </message>
    <message>
        <source>Master copy in</source>
        <translation>权重备份格式</translation>
    </message>
    <message>
        <source>mean of the trials</source>
        <translation>试验的平均值</translation>
    </message>
    <message>
        <source>Mean of the trials, error</source>
        <translation>试验平均值的误差</translation>
    </message>
    <message>
        <source>Mean of the trials, in the end</source>
        <translation>试验的最终平均值</translation>
    </message>
    <message>
        <source>memory of $readmemh</source>
        <translation>$readmemh 的存储器内容</translation>
    </message>
    <message>
        <source>memory, as gdb or lldb print it</source>
        <translation>gdb 或 lldb 打印的内存</translation>
    </message>
    <message>
        <source>midpoint</source>
        <translation>中点</translation>
    </message>
    <message>
        <source>might be</source>
        <translation>可能原因</translation>
    </message>
    <message>
        <source>mindspore.amp.DynamicLossScaleManager of MindSpore 2.10</source>
        <translation>MindSpore 2.10 的 mindspore.amp.DynamicLossScaleManager</translation>
    </message>
    <message>
        <source>mindspore.amp.DynamicLossScaler of MindSpore 2.10</source>
        <translation>MindSpore 2.10 的 mindspore.amp.DynamicLossScaler</translation>
    </message>
    <message>
        <source>minimum and maximum</source>
        <translation>最小值与最大值</translation>
    </message>
    <message>
        <source>Modbus registers with their numbers</source>
        <translation>带编号的 Modbus 寄存器</translation>
    </message>
    <message>
        <source>Modbus RTU frames</source>
        <translation>Modbus RTU 帧</translation>
    </message>
    <message>
        <source>moderate in size</source>
        <translation>大小适中</translation>
    </message>
    <message>
        <source>More than half of the last place lies beyond the cut: the last place grows by 1.</source>
        <translation>截断处之后超过末位的一半：末位加 1。</translation>
    </message>
    <message>
        <source>more than {count} characters</source>
        <translation>超过 {count} 个字符</translation>
    </message>
    <message>
        <source>move a pin</source>
        <translation>移动留存值</translation>
    </message>
    <message>
        <source>move {format}</source>
        <translation>移动 {format}</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>multiply</source>
        <translation>乘</translation>
    </message>
    <message>
        <source>n times the term.</source>
        <translation>n 乘以加数。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>nan</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>NaN boxes of RISC-V</source>
        <translation>RISC-V 的 NaN 装箱</translation>
    </message>
    <message>
        <source>NaNs are equal</source>
        <translation>NaN 视为相等</translation>
    </message>
    <message>
        <source>NaNs as Arm</source>
        <translation>NaN 同 Arm</translation>
    </message>
    <message>
        <source>NaNs as CUDA</source>
        <translation>NaN 同 CUDA</translation>
    </message>
    <message>
        <source>NaNs as SSE</source>
        <translation>NaN 同 SSE</translation>
    </message>
    <message>
        <source>NaNs as x87</source>
        <translation>NaN 同 x87</translation>
    </message>
    <message>
        <source>NaNs by the rule {rule}</source>
        <translation>NaN 规则为 {rule}</translation>
    </message>
    <message>
        <source>NaR, not a real: the one code that is no number</source>
        <translation>NaR，非实数：唯一不是数的编码</translation>
    </message>
    <message>
        <source>nearest, ties away</source>
        <translation>就近舍入，平局远离零</translation>
    </message>
    <message>
        <source>nearest, ties away from zero</source>
        <translation>就近舍入，平局远离零</translation>
    </message>
    <message>
        <source>nearest, ties to even</source>
        <translation>就近舍入，平局取偶</translation>
    </message>
    <message>
        <source>nearest, ties upward</source>
        <translation>就近舍入，平局向上</translation>
    </message>
    <message>
        <source>negate</source>
        <translation>取负</translation>
    </message>
    <message>
        <source>negative numbers</source>
        <translation>负数</translation>
    </message>
    <message>
        <source>negative, -0 too</source>
        <translation>负数（包括 -0）</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>相邻值</translation>
    </message>
    <message>
        <source>neighbours are near each other</source>
        <translation>相邻的值彼此接近</translation>
    </message>
    <message>
        <source>Neither numpy nor ml_dtypes has a type for {format}</source>
        <translation>numpy 和 ml_dtypes 都没有 {format} 的类型</translation>
    </message>
    <message>
        <source>neither true nor false</source>
        <translation>既不是真也不是假</translation>
    </message>
    <message>
        <source>new S</source>
        <translation>新的 S</translation>
    </message>
    <message>
        <source>next down</source>
        <translation>下一个较小值</translation>
    </message>
    <message>
        <source>next up</source>
        <translation>下一个较大值</translation>
    </message>
    <message>
        <source>no DAZ</source>
        <translation>无 DAZ</translation>
    </message>
    <message>
        <source>No digit is left: the result is a zero, and underflow is raised.</source>
        <translation>没有剩下任何数字：结果是零，置下溢标志。</translation>
    </message>
    <message>
        <source>No digit is left: the result is a zero.</source>
        <translation>没有剩下任何数字:结果是零。</translation>
    </message>
    <message>
        <source>no element {index} to edit; there are {count}</source>
        <translation>没有可编辑的元素 {index}；共有 {count} 个</translation>
    </message>
    <message>
        <source>no exponent from -40 to 60</source>
        <translation>不是 -40 到 60 的指数</translation>
    </message>
    <message>
        <source>No exponential is larger than 1, and nothing overflows.</source>
        <translation>所有指数都不大于 1，不会上溢。</translation>
    </message>
    <message>
        <source>no filter is called {name}</source>
        <translation>没有名为 {name} 的筛选条件</translation>
    </message>
    <message>
        <source>No flag is raised.</source>
        <translation>没有置任何标志。</translation>
    </message>
    <message>
        <source>no flag that is ever raised</source>
        <translation>从不引发任何标志</translation>
    </message>
    <message>
        <source>no FTZ</source>
        <translation>无 FTZ</translation>
    </message>
    <message>
        <source>No library by itself: numpy, PyTorch and MindSpore round to nearest, ties to even, without saturating or flushing.</source>
        <translation>没有哪个库本身如此：numpy、PyTorch 和 MindSpore 都向最近舍入、平局取偶，不饱和也不冲零。</translation>
    </message>
    <message>
        <source>No library computes in {format}.</source>
        <translation>没有库用 {format} 计算。</translation>
    </message>
    <message>
        <source>no list of a lower and a higher end</source>
        <translation>不是由下端和上端组成的列表</translation>
    </message>
    <message>
        <source>no list of left, right, low, high</source>
        <translation>不是由左、右、下、上组成的列表</translation>
    </message>
    <message>
        <source>no NaN is equal</source>
        <translation>NaN 一概不等</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>No number times itself is negative.</source>
        <translation>没有哪个数的平方是负数。</translation>
    </message>
    <message>
        <source>no operation is called {name}; there are {known}, and names of formats</source>
        <translation>没有名为 {name} 的运算；可用的有 {known}，以及格式名</translation>
    </message>
    <message>
        <source>no order {name}; there are {names}</source>
        <translation>没有顺序 {name}；可用的有 {names}</translation>
    </message>
    <message>
        <source>no part from 0 to 1</source>
        <translation>不是 0 到 1 之间的比例</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>不是位置</translation>
    </message>
    <message>
        <source>no predicate {key}; there are {keys}</source>
        <translation>没有条件 {key}；可用的有 {keys}</translation>
    </message>
    <message>
        <source>No rounding</source>
        <translation>不舍入</translation>
    </message>
    <message>
        <source>no rule {name}; there are {names}</source>
        <translation>没有规则 {name}；可用的有 {names}</translation>
    </message>
    <message>
        <source>No scale keeps all: up to k = {high} nothing overflows, and {zeros} gradients are lost there; from k = {low} none is lost, and {overflows} overflow there.</source>
        <translation>没有哪个系数能保住全部梯度：k 到 {high} 为止没有上溢，但 k = {high} 时仍丢失 {zeros} 个；k 从 {low} 起没有丢失，但 k = {low} 时已上溢 {overflows} 个。</translation>
    </message>
    <message>
        <source>No scale saves all in {format}; {scale} loses the fewest: {lost}</source>
        <translation>在 {format} 中没有能保全所有元素的缩放系数；{scale} 损失最少：{lost}</translation>
    </message>
    <message>
        <source>no scene, and no value: {reason}</source>
        <translation>既不是场景，也不是值：{reason}</translation>
    </message>
    <message>
        <source>no scripts for {name}; there are {names}</source>
        <translation>{name} 没有脚本；可用的有 {names}</translation>
    </message>
    <message>
        <source>no step</source>
        <translation>不是步</translation>
    </message>
    <message>
        <source>no step of a sheet</source>
        <translation>不是算式中的一步</translation>
    </message>
    <message>
        <source>no such parameter; there are {names}</source>
        <translation>没有这个参数；可用的有 {names}</translation>
    </message>
    <message>
        <source>no syntax {name} of dumps is known</source>
        <translation>没有名为 {name} 的转储语法</translation>
    </message>
    <message>
        <source>no syntax {name}; there are {keys}</source>
        <translation>没有语法 {name}；可用的有 {keys}</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>no whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>Nobody goes down to single terms; np.sum halves down to blocks of 128, torch.sum cascades.</source>
        <translation>没有谁一直对半分到单项；np.sum 对半分到 128 项一块，torch.sum 用级联求和。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None of the {count} wrong lines is right under anything tried.</source>
        <translation>{count} 个错误行在试过的任何情形下都不正确。</translation>
    </message>
    <message>
        <source>none: it is no number</source>
        <translation>无：不是数</translation>
    </message>
    <message>
        <source>none: neither is a number</source>
        <translation>无：两者都不是数</translation>
    </message>
    <message>
        <source>none: neither is a number, and they are the same code</source>
        <translation>无：两者都不是数，且编码相同</translation>
    </message>
    <message>
        <source>none: {name} is no number</source>
        <translation>无：{name} 不是数</translation>
    </message>
    <message>
        <source>none; it would be {distance} away, {ulps} ulp</source>
        <translation>没有；若有，将相距 {distance}，即 {ulps} ulp</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>规格化数</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>规格化</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>规格化后</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>非数（NaN）</translation>
    </message>
    <message>
        <source>not canonical: bits behind the infinity&apos;s prefix count for nothing</source>
        <translation>非规范：无穷大前缀之后的位不起作用</translation>
    </message>
    <message>
        <source>not canonical: some bits of this NaN count for nothing</source>
        <translation>非规范：此 NaN 的部分位不起作用</translation>
    </message>
    <message>
        <source>not canonical: the coefficient {coefficient} has more than {p} digits and reads as 0</source>
        <translation>非规范：系数 {coefficient} 超过 {p} 位数字，读作 0</translation>
    </message>
    <message>
        <source>not canonical: three digits of 8 and 9 have a shorter declet</source>
        <translation>非规范：由 8 和 9 组成的三位数字另有规范的十位组</translation>
    </message>
    <message>
        <source>not known: too far beyond all formats, or where an operation leaps</source>
        <translation>未知：远超所有格式的范围，或在某个运算的跳跃处</translation>
    </message>
    <message>
        <source>Not numpy, PyTorch or MindSpore: they round to nearest alone.</source>
        <translation>numpy、PyTorch 和 MindSpore 都不是：它们只向最近舍入。</translation>
    </message>
    <message>
        <source>Not pinned: {reason}</source>
        <translation>未留存：{reason}</translation>
    </message>
    <message>
        <source>Not taken up from the last session: {reasons}</source>
        <translation>上次会话中未能恢复的内容：{reasons}</translation>
    </message>
    <message>
        <source>Not to the bit: torch.optim.Adam rounds more often in this format, and may be some ulps off.</source>
        <translation>并非逐位相同：torch.optim.Adam 在这种格式中舍入得更频繁，可能差几个 ulp。</translation>
    </message>
    <message>
        <source>nothing can be read as {name}</source>
        <translation>没有内容能按 {name} 读入</translation>
    </message>
    <message>
        <source>Nothing is left: there are no more digits.</source>
        <translation>没有余数：后面再没有数位。</translation>
    </message>
    <message>
        <source>Nothing is rounded here: this is what the other curves are measured against.</source>
        <translation>这里不做任何舍入：其他曲线都以它为准。</translation>
    </message>
    <message>
        <source>nothing is subnormal there, and it is the nearest to 1 of these</source>
        <translation>该处没有非规格化数，且在这些系数中最接近 1</translation>
    </message>
    <message>
        <source>Nothing lies below the {augend}:</source>
        <translation>{augend}以下没有别的数：</translation>
    </message>
    <message>
        <source>Nothing lies beyond the cut: no rule has anything to round.</source>
        <translation>截断处之后没有任何 1：任何规则都无需舍入。</translation>
    </message>
    <message>
        <source>Nothing to draw</source>
        <translation>不必抽取</translation>
    </message>
    <message>
        <source>nothing tried</source>
        <translation>试过的情形都不是</translation>
    </message>
    <message>
        <source>nothing tried explains it</source>
        <translation>所试的原因都不成立</translation>
    </message>
    <message>
        <source>nothing was written: {reason}</source>
        <translation>未写入任何内容：{reason}</translation>
    </message>
    <message>
        <source>NRes, not at this resolution: what a device could not tell</source>
        <translation>NRes，分辨率不足：设备无法给出的值</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>numbers in decimal</source>
        <translation>十进制数</translation>
    </message>
    <message>
        <source>numbers in decimal have no bytes that could be written</source>
        <translation>十进制数没有可写出的字节</translation>
    </message>
    <message>
        <source>numbers, names, + - * / ^, calls such as sqrt(x), and a = 0.5 with ; behind it</source>
        <translation>数、名称、+ - * / ^、sqrt(x) 之类的调用，以及后面带 ; 的 a = 0.5</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Of the rest, right under {names}: {some}.</source>
        <translation>其余行中，在以下情形下正确：{names}：{some} 行。</translation>
    </message>
    <message>
        <source>of {count} edits, {kept} are laid over it as it is now; it lacks elements for the others</source>
        <translation>{count} 处编辑中有 {kept} 处已叠加在当前内容上；其余的元素已不存在</translation>
    </message>
    <message>
        <source>Of {some} of them that holds for the code, and not for the flags.</source>
        <translation>其中 {some} 行只是编码如此，标志并非如此。</translation>
    </message>
    <message>
        <source>Offset binary: the code 0 is the least value.</source>
        <translation>偏移二进制：编码 0 是最小值。</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>one of a cohort: {count} exponents say this value; rounding delivers {code}</source>
        <translation>同值编码之一：有 {count} 种指数表示此值；舍入得到 {code}</translation>
    </message>
    <message>
        <source>one of both dumps is missing</source>
        <translation>缺少两个转储之一</translation>
    </message>
    <message>
        <source>One trial in twenty is above.</source>
        <translation>二十次试验中有一次高于它。</translation>
    </message>
    <message>
        <source>One trial in twenty is below.</source>
        <translation>二十次试验中有一次低于它。</translation>
    </message>
    <message>
        <source>One trial.</source>
        <translation>其中一次试验。</translation>
    </message>
    <message>
        <source>One value in every format, and what becomes of it</source>
        <translation>各种格式中的同一个值，以及它的变化</translation>
    </message>
    <message>
        <source>Only rounding on the coarse grid of the subnormals makes it normal: with full precision it would still lie below, and it is tiny.</source>
        <translation>只是在非规格化数的粗间距上舍入才使它成为规格化数：按全精度它仍在其下，极小。</translation>
    </message>
    <message>
        <source>Only rounding on the coarse grid of the subnormals makes it normal: with full precision it would still lie below, so underflow is raised.</source>
        <translation>只因按非规格化数的粗间距舍入，它才成为规格化数：若用全精度舍入，它仍在其下，所以置下溢标志。</translation>
    </message>
    <message>
        <source>only the first {count} MiB of the text are read</source>
        <translation>只读入文本的前 {count} MiB</translation>
    </message>
    <message>
        <source>only the first {count} numbers are read</source>
        <translation>只读取了前 {count} 个数</translation>
    </message>
    <message>
        <source>open a dump</source>
        <translation>打开数据转储</translation>
    </message>
    <message>
        <source>open a link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>open a scene</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <source>Operand</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>operand {name} is missing</source>
        <translation>缺少操作数 {name}</translation>
    </message>
    <message>
        <source>operand {name} is one too many: {arity} are taken</source>
        <translation>操作数 {name} 多余：只需要 {arity} 个</translation>
    </message>
    <message>
        <source>operand {operand} itself as the result</source>
        <translation>操作数 {operand} 本身作为结果</translation>
    </message>
    <message>
        <source>operands and result in the other byte order</source>
        <translation>操作数和结果的字节序相反</translation>
    </message>
    <message>
        <source>operands cut to {format} first</source>
        <translation>操作数先截断为 {format}</translation>
    </message>
    <message>
        <source>operands in the order {order}</source>
        <translation>操作数顺序为 {order}</translation>
    </message>
    <message>
        <source>operands in the other byte order</source>
        <translation>操作数的字节序相反</translation>
    </message>
    <message>
        <source>operands rounded to {format} first</source>
        <translation>操作数先舍入为 {format}</translation>
    </message>
    <message>
        <source>operands that {name} takes: {count}, not {given}</source>
        <translation>{name} 所需的操作数：{count} 个，而不是 {given} 个</translation>
    </message>
    <message>
        <source>operands without their signs</source>
        <translation>操作数不带符号</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Other low format</source>
        <translation>另一低精度格式</translation>
    </message>
    <message>
        <source>other remarks: {count}</source>
        <translation>其他说明：{count} 条</translation>
    </message>
    <message>
        <source>Out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>上溢</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>上溢</translation>
    </message>
    <message>
        <source>Overflow at steps</source>
        <translation>上溢的步</translation>
    </message>
    <message>
        <source>Overflows come from</source>
        <translation>上溢来自</translation>
    </message>
    <message>
        <source>Overflows there</source>
        <translation>此时上溢的梯度</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Pairwise in</source>
        <translation>两两求和格式</translation>
    </message>
    <message>
        <source>pairwise in {format}</source>
        <translation>{format} 两两求和</translation>
    </message>
    <message>
        <source>Part of the {addend} is lost</source>
        <translation>{addend}丢失了一部分</translation>
    </message>
    <message>
        <source>payloads of NaNs</source>
        <translation>NaN 的有效载荷</translation>
    </message>
    <message>
        <source>permission is denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>pick a step</source>
        <translation>选取一步</translation>
    </message>
    <message>
        <source>pin a value</source>
        <translation>留存数值</translation>
    </message>
    <message>
        <source>Pinned already, as {name}: {value}</source>
        <translation>已留存为 {name}：{value}</translation>
    </message>
    <message>
        <source>Pinned as {name}: {value}</source>
        <translation>留存为 {name}：{value}</translation>
    </message>
    <message>
        <source>pins is no list</source>
        <translation>pins 不是列表</translation>
    </message>
    <message>
        <source>posit</source>
        <translation>posit</translation>
    </message>
    <message>
        <source>Positive gradients become zero below {g}, where S·g is {scaled}.</source>
        <translation>小于 {g} 的正梯度变成零，在那里 S·g 是 {scaled}。</translation>
    </message>
    <message>
        <source>Positive gradients overflow above {g}, where S·g is {scaled}.</source>
        <translation>大于 {g} 的正梯度上溢，在那里 S·g 是 {scaled}。</translation>
    </message>
    <message>
        <source>prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Probability of going up in the first step</source>
        <translation>第一步向上的概率</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>product and sum rounded to {format}, and the sum again</source>
        <translation>乘积与和舍入为 {format}，和再舍入一次</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Products of FP16 numbers are exact in FP32; it is the accumulator that loses them.</source>
        <translation>FP16 数的乘积在 FP32 中是精确的；把它们丢掉的是累加器。</translation>
    </message>
    <message>
        <source>propagate</source>
        <translation>传播</translation>
    </message>
    <message>
        <source>PyTorch has no type for a single {format} number</source>
        <translation>PyTorch 没有表示单个 {format} 数的类型</translation>
    </message>
    <message>
        <source>q15.16 (the sign is not counted: it has 32 bits), uq8.8, int24 or uint4, with sm behind it for sign and magnitude, ob for offset binary</source>
        <translation>q15.16（符号位不计在内：共 32 位）、uq8.8、int24 或 uint4，后加 sm 表示原码，加 ob 表示偏移二进制</translation>
    </message>
    <message>
        <source>quotient</source>
        <translation>商</translation>
    </message>
    <message>
        <source>quotient cut off</source>
        <translation>商截断</translation>
    </message>
    <message>
        <source>quotient to the nearest integer</source>
        <translation>商取最近整数</translation>
    </message>
    <message>
        <source>raises inexact</source>
        <translation>引发不精确</translation>
    </message>
    <message>
        <source>raises nothing</source>
        <translation>不引发标志</translation>
    </message>
    <message>
        <source>Random bits</source>
        <translation>随机位数</translation>
    </message>
    <message>
        <source>read as {text}</source>
        <translation>读作 {text}</translation>
    </message>
    <message>
        <source>read the dump in another way</source>
        <translation>以另一种方式读取转储</translation>
    </message>
    <message>
        <source>reading was cancelled</source>
        <translation>读取已取消</translation>
    </message>
    <message>
        <source>readouts</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>reciprocal square root</source>
        <translation>平方根倒数</translation>
    </message>
    <message>
        <source>regime</source>
        <translation>区段</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>相对</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>remainder</source>
        <translation>余数</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>remote frames, which ask for data: {count}</source>
        <translation>请求数据的远程帧：{count} 个</translation>
    </message>
    <message>
        <source>remove pins</source>
        <translation>移除留存值</translation>
    </message>
    <message>
        <source>remove {format}</source>
        <translation>移除 {format}</translation>
    </message>
    <message>
        <source>rename a pin</source>
        <translation>重命名留存值</translation>
    </message>
    <message>
        <source>reserved for future use</source>
        <translation>保留供将来使用</translation>
    </message>
    <message>
        <source>rest dropped</source>
        <translation>余下舍去</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result stored in</source>
        <translation>结果存为</translation>
    </message>
    <message>
        <source>results got</source>
        <translation>实得结果</translation>
    </message>
    <message>
        <source>Right under nothing tried: {some}.</source>
        <translation>在试过的任何情形下都不正确：{some} 行。</translation>
    </message>
    <message>
        <source>Right under {names}: {some} of {count} wrong lines.</source>
        <translation>在以下情形下正确：{names}：{count} 个错误行中的 {some} 行。</translation>
    </message>
    <message>
        <source>RISC-V, and Arm in its default-NaN mode: always the positive one, no payload</source>
        <translation>RISC-V，以及 Arm 的默认 NaN 模式：一律取正的、无负载的 NaN</translation>
    </message>
    <message>
        <source>root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>root, by pairs</source>
        <translation>平方根（按两位）</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>round to integral</source>
        <translation>舍入到整数值</translation>
    </message>
    <message>
        <source>round to integral, exact</source>
        <translation>舍入到整数值（报告不精确）</translation>
    </message>
    <message>
        <source>rounded</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>Rounded at random, a swamped update moves the weight now and then, and the mean is right.</source>
        <translation>随机舍入时，被淹没的更新量也会偶尔推动权重，平均值便是正确的。</translation>
    </message>
    <message>
        <source>rounded to nearest</source>
        <translation>就近舍入</translation>
    </message>
    <message>
        <source>rounded to {format}, as {spelling} says</source>
        <translation>按 {spelling} 的含义已舍入到 {format}</translation>
    </message>
    <message>
        <source>rounded, then added</source>
        <translation>先舍入，再相加</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>Rounding downward:</source>
        <translation>向下舍入：</translation>
    </message>
    <message>
        <source>Rounding error of g, in every step</source>
        <translation>每一步中 g 的舍入误差</translation>
    </message>
    <message>
        <source>Rounding makes it normal, but it is tiny before rounding, where these rules look, as Arm does.</source>
        <translation>舍入使它成为规格化数，但舍入前它极小；按当前规则在舍入前判断，与 Arm 相同。</translation>
    </message>
    <message>
        <source>Rounding to odd keeps the neighbour whose last bit is 1:</source>
        <translation>向奇数舍入保留末位为 1 的相邻值：</translation>
    </message>
    <message>
        <source>Rounding toward zero:</source>
        <translation>向零舍入：</translation>
    </message>
    <message>
        <source>Rounding upward:</source>
        <translation>向上舍入：</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rust has neither a type for {format} nor an integer as wide</source>
        <translation>Rust 既没有 {format} 的类型，也没有同样宽的整数</translation>
    </message>
    <message>
        <source>S after each step, in powers of two.</source>
        <translation>每一步之后的 S，以 2 的幂表示。</translation>
    </message>
    <message>
        <source>S is 0 after step</source>
        <translation>S 变为 0 的步</translation>
    </message>
    <message>
        <source>S · factor</source>
        <translation>S · 倍数</translation>
    </message>
    <message>
        <source>S · gradient</source>
        <translation>S · 梯度</translation>
    </message>
    <message>
        <source>S-records</source>
        <translation>S 记录</translation>
    </message>
    <message>
        <source>Safe scales</source>
        <translation>安全的系数</translation>
    </message>
    <message>
        <source>said of several; type fp8_e4m3fn, fp8_e5m2 or another one of &apos;fpviz formats&apos;</source>
        <translation>多种格式的名称；请输入 fp8_e4m3fn、fp8_e5m2 或“fpviz formats”中的另一种</translation>
    </message>
    <message>
        <source>said of two; type e7m16 (ATI&apos;s) or e8m15 (Pixar&apos;s PXR24)</source>
        <translation>两种格式的名称；请输入 e7m16（ATI 的）或 e8m15（Pixar 的 PXR24）</translation>
    </message>
    <message>
        <source>said of two; type fp6_e3m2 or fp6_e2m3</source>
        <translation>两种格式的名称；请输入 fp6_e3m2 或 fp6_e2m3</translation>
    </message>
    <message>
        <source>saturate</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>saturating</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>scale by a power of the radix</source>
        <translation>按基数的幂缩放</translation>
    </message>
    <message>
        <source>Scaler</source>
        <translation>缩放器</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>set bits</source>
        <translation>设置位</translation>
    </message>
    <message>
        <source>shifted by one register, by an offset of {bits} bits, it is more plausible</source>
        <translation>移动一个寄存器（偏移 {bits} 位）后更合理</translation>
    </message>
    <message>
        <source>short decimals</source>
        <translation>十进制写法短</translation>
    </message>
    <message>
        <source>shortest</source>
        <translation>最短</translation>
    </message>
    <message>
        <source>Shortest decimal</source>
        <translation>最短十进制</translation>
    </message>
    <message>
        <source>show {format}</source>
        <translation>显示 {format}</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Sign and magnitude: the first bit is the sign, and there is a -0.</source>
        <translation>原码：首位是符号，并且有 -0。</translation>
    </message>
    <message>
        <source>sign, exponent, fraction</source>
        <translation>符号、阶码、尾数</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>有符号</translation>
    </message>
    <message>
        <source>signs, neighbours, exponents</source>
        <translation>符号、相邻值与指数</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation>跳过的步数</translation>
    </message>
    <message>
        <source>Small gradients become zero in FP16; times S they live, until the large ones overflow.</source>
        <translation>小梯度在 FP16 中变为零；乘以 S 便得以保留，直到大的梯度上溢。</translation>
    </message>
    <message>
        <source>small integers</source>
        <translation>小整数</translation>
    </message>
    <message>
        <source>Smaller than the least number of {format}, where nothing becomes zero: whatever the rule, the least stands for it.</source>
        <translation>小于 {format} 的最小数，而该格式中没有数会变为零：无论何种规则，都以最小数代替。</translation>
    </message>
    <message>
        <source>Smaller than the least number of {format}, which has no zero: the least stands for it.</source>
        <translation>小于 {format} 的最小数，而该格式没有零：由最小数代替。</translation>
    </message>
    <message>
        <source>So do np.add.accumulate and, in FP16, FP32 and FP64, MindSpore&apos;s cumsum; not np.sum, torch.sum or torch.cumsum, which hold more bits or many partial sums.</source>
        <translation>np.add.accumulate 如此，MindSpore 的 cumsum 在 FP16、FP32 和 FP64 中也如此；np.sum、torch.sum 和 torch.cumsum 不是，它们保留更多的位，或有许多部分和。</translation>
    </message>
    <message>
        <source>So do the casts of numpy and ml_dtypes, and those of PyTorch and MindSpore from FP32; from FP64 these two round twice. PyTorch&apos;s cast to FP8 E4M3FN saturates.</source>
        <translation>numpy 和 ml_dtypes 的转换如此，PyTorch 和 MindSpore 从 FP32 的转换也如此；从 FP64 转换时这两者舍入两次。PyTorch 转换到 FP8 E4M3FN 时饱和。</translation>
    </message>
    <message>
        <source>So do the four operations in numpy, PyTorch and MindSpore; not a compiler that may reorder sums, which leaves the compensation out.</source>
        <translation>在 numpy、PyTorch 和 MindSpore 中逐个做这四个运算即如此；允许重排加法的编译器不是，它会把补偿项消去。</translation>
    </message>
    <message>
        <source>So does a loop; not np.sum or torch.sum with dtype=float32, which add in lanes and cascades, nor a tensor core, which cuts terms off.</source>
        <translation>循环如此；dtype=float32 的 np.sum 和 torch.sum 不是，它们分多路并级联相加；张量核心也不是，它会截断各项。</translation>
    </message>
    <message>
        <source>So does a loop; not numpy&apos;s dot, torch.dot, matmul or MindSpore, which sum FP16 in FP32 and in lanes, nor a tensor core, which cuts products off.</source>
        <translation>循环如此；numpy 的 dot、torch.dot、matmul 和 MindSpore 不是，它们把 FP16 用 FP32 分多路求和；张量核心也不是，它会截断乘积。</translation>
    </message>
    <message>
        <source>So does a loop; torch.optim.SGD uses one FMA for product and sum, which is the same where lr is a power of two.</source>
        <translation>循环如此；torch.optim.SGD 用一次 FMA 完成乘与加，lr 为 2 的幂时结果相同。</translation>
    </message>
    <message>
        <source>So does torch.optim.Adam, with and without foreach; not with fused=True, which keeps eps and the step in FP32: nothing becomes infinite there.</source>
        <translation>torch.optim.Adam 如此，无论是否用 foreach；fused=True 时不是，它把 eps 和步长保留在 FP32 中：那里不会出现无穷。</translation>
    </message>
    <message>
        <source>So does torch.optim.SGD on single elements; on whole SIMD blocks it rounds lr to 16 bits and the update once, after product and sum.</source>
        <translation>torch.optim.SGD 处理单个元素时如此；处理整块 SIMD 时，它把 lr 舍入到 16 位，更新在乘与加之后只舍入一次。</translation>
    </message>
    <message>
        <source>So does w + g in numpy, PyTorch and MindSpore; not a fused optimizer, which works in FP32.</source>
        <translation>numpy、PyTorch 和 MindSpore 中的 w + g 如此；融合的优化器不是，它用 FP32 计算。</translation>
    </message>
    <message>
        <source>So does {scaler}.</source>
        <translation>{scaler} 如此。</translation>
    </message>
    <message>
        <source>So is weight decay, w·(1 - lr·wd): target=0 lr=1e-5 for a rate of 1e-3 and a decay of 0.01; worked out as one product, it is a multiplication by the rounded 1 - lr·wd.</source>
        <translation>权重衰减 w·(1 - lr·wd) 也是：学习率 1e-3、衰减 0.01 时取 target=0 lr=1e-5；若按一次乘法计算，则是乘以舍入后的 1 - lr·wd。</translation>
    </message>
    <message>
        <source>So underflow is raised.</source>
        <translation>因此置下溢标志。</translation>
    </message>
    <message>
        <source>Softmax as its definition has it</source>
        <translation>按定义计算的 softmax</translation>
    </message>
    <message>
        <source>Softmax with the maximum taken off</source>
        <translation>减去最大值的 softmax</translation>
    </message>
    <message>
        <source>Special case</source>
        <translation>特殊情形</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散度</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>squares, their sum and its root, each rounded</source>
        <translation>平方、求和与开方各舍入一次</translation>
    </message>
    <message>
        <source>stalls after</source>
        <translation>停滞前的步数</translation>
    </message>
    <message>
        <source>stalls at</source>
        <translation>停滞于</translation>
    </message>
    <message>
        <source>Standard deviation of the trials</source>
        <translation>试验的标准差</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Static loss scale</source>
        <translation>静态损失缩放</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>step the exponent</source>
        <translation>增减指数</translation>
    </message>
    <message>
        <source>Step {step} overflowed: no weight is updated, and the scale goes from {before} to {after}.</source>
        <translation>第 {step} 步上溢：权重不更新，系数由 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>Step {step} overflowed: no weight is updated, and the scaler raises an exception. Training ends with the scale at {after}.</source>
        <translation>第 {step} 步上溢：不更新任何权重，缩放器抛出异常。训练结束，系数为 {after}。</translation>
    </message>
    <message>
        <source>Step {step} overflowed: no weight is updated. The scale stays {before}, its least.</source>
        <translation>第 {step} 步上溢：权重不更新。系数仍为 {before}，已是最小系数。</translation>
    </message>
    <message>
        <source>Step {step} overflowed: no weight is updated. The scale stays {before}: the hysteresis allows {left} more before it backs off.</source>
        <translation>第 {step} 步上溢：权重不更新。系数仍为 {before}：按滞后设置，还可上溢 {left} 次而不回退。</translation>
    </message>
    <message>
        <source>Step {step} was good, but the scale stays {before}: {factor} times that is beyond its most.</source>
        <translation>第 {step} 步正常，但系数仍为 {before}：乘以 {factor} 就超出其上限。</translation>
    </message>
    <message>
        <source>Step {step} was good. The scale stays {before}: it grows after {interval} good steps in a row.</source>
        <translation>第 {step} 步正常。系数仍为 {before}：连续 {interval} 个正常步后才增长。</translation>
    </message>
    <message>
        <source>Step {step} was the last of {interval} good ones: the scale grows to {after}.</source>
        <translation>第 {step} 步是连续 {interval} 个正常步的最后一个：系数增长到 {after}。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>stochastic</source>
        <translation>随机舍入</translation>
    </message>
    <message>
        <source>Stochastic rounding</source>
        <translation>随机舍入</translation>
    </message>
    <message>
        <source>stored in {format}</source>
        <translation>存为 {format}</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>非规格化数</translation>
    </message>
    <message>
        <source>subnormal numbers</source>
        <translation>非规格化数</translation>
    </message>
    <message>
        <source>subnormal operands and results as zeros (DAZ, FTZ)</source>
        <translation>次正规的操作数和结果都当作零（DAZ、FTZ）</translation>
    </message>
    <message>
        <source>Subnormal operands count as zeros (DAZ): {name} is taken as {value}.</source>
        <translation>非规格化操作数按零计（DAZ）：{name} 取作 {value}。</translation>
    </message>
    <message>
        <source>subnormal operands taken as zeros (DAZ)</source>
        <translation>次正规操作数当作零（DAZ）</translation>
    </message>
    <message>
        <source>subnormal operands zero</source>
        <translation>非规格化操作数按零计</translation>
    </message>
    <message>
        <source>Subnormal results are flushed: it becomes a zero, and underflow is raised.</source>
        <translation>非规格化的结果被置零，并置下溢标志。</translation>
    </message>
    <message>
        <source>subnormal results flushed to zero (FTZ)</source>
        <translation>次正规结果清零（FTZ）</translation>
    </message>
    <message>
        <source>subnormals</source>
        <translation>非规格化</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>相减</translation>
    </message>
    <message>
        <source>subtract</source>
        <translation>减</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>sum + increment</source>
        <translation>和 + 增量</translation>
    </message>
    <message>
        <source>sum + product</source>
        <translation>和 + 乘积</translation>
    </message>
    <message>
        <source>sum + term</source>
        <translation>和 + 加数</translation>
    </message>
    <message>
        <source>sum + x·y</source>
        <translation>和 + x·y</translation>
    </message>
    <message>
        <source>sum of the first half</source>
        <translation>前一半的和</translation>
    </message>
    <message>
        <source>sum of the second half</source>
        <translation>后一半的和</translation>
    </message>
    <message>
        <source>sum so far</source>
        <translation>部分和</translation>
    </message>
    <message>
        <source>Swamping</source>
        <translation>淹没</translation>
    </message>
    <message>
        <source>take away all edits</source>
        <translation>取消所有编辑</translation>
    </message>
    <message>
        <source>Take the root</source>
        <translation>开方</translation>
    </message>
    <message>
        <source>takum</source>
        <translation>takum</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>加数</translation>
    </message>
    <message>
        <source>term</source>
        <translation>加数</translation>
    </message>
    <message>
        <source>Term in</source>
        <translation>加数格式</translation>
    </message>
    <message>
        <source>Term in {format}</source>
        <translation>{format} 的加数</translation>
    </message>
    <message>
        <source>Term {n} is {x} times {y}, which is {exact}.</source>
        <translation>第 {n} 项是 {x} 乘以 {y}，即 {exact}。</translation>
    </message>
    <message>
        <source>Term {n} is {x} times {y}, which is {exact}; {format} rounds it to {product}.</source>
        <translation>第 {n} 项是 {x} 乘以 {y}，即 {exact}；{format} 把它舍入为 {product}。</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>加数个数</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>加数个数</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>That is {radix}^{power}, with which the first digit in base {radix} is not zero.</source>
        <translation>这就是 {radix}^{power},此时 {radix} 进制的首位数字不为零。</translation>
    </message>
    <message>
        <source>The angle of a rotary embedding</source>
        <translation>旋转位置编码的角度</translation>
    </message>
    <message>
        <source>The area of a needle by Heron&apos;s formula, and as Kahan brackets it.</source>
        <translation>用海伦公式求针状三角形的面积，以及 Kahan 的括号写法。</translation>
    </message>
    <message>
        <source>The binary digits of {value} never end; {shown} are shown from the first 1 on.</source>
        <translation>{value} 的二进制数字无穷无尽；从第一个 1 起显示 {shown} 位。</translation>
    </message>
    <message>
        <source>the block says {said} bytes, and {count} are there</source>
        <translation>数据块声明有 {said} 个字节，实际有 {count} 个</translation>
    </message>
    <message>
        <source>the canonical NaN</source>
        <translation>规范 NaN</translation>
    </message>
    <message>
        <source>The carry makes it the smallest normal number.</source>
        <translation>进位使它成为最小正规数。</translation>
    </message>
    <message>
        <source>The carry reaches the hidden bit: this is the smallest normal number.</source>
        <translation>进位到达隐含位：这就是最小的规格化数。</translation>
    </message>
    <message>
        <source>The carry runs through to a new first digit.</source>
        <translation>进位一直传到新的首位数字。</translation>
    </message>
    <message>
        <source>The carry runs through to a new first digit: the exponent grows from {old} to {new}.</source>
        <translation>进位一直传到新的首位：指数由 {old} 增到 {new}。</translation>
    </message>
    <message>
        <source>The classic script adds once before its loop: with 100 steps it makes 101 additions.</source>
        <translation>经典脚本在循环之前先加一次：循环 100 步，实际加 101 次。</translation>
    </message>
    <message>
        <source>the comparison was cancelled</source>
        <translation>比较已取消</translation>
    </message>
    <message>
        <source>The compensated sum, every operation rounded.</source>
        <translation>带补偿的和，每一次运算都舍入。</translation>
    </message>
    <message>
        <source>The control word 0x037f in the format x87: nothing flushed, tiny after rounding, the NaN with the larger significand.</source>
        <translation>控制字 0x037f，格式用 x87：不置零，舍入后判断极小，取有效数较大的 NaN。</translation>
    </message>
    <message>
        <source>The decay of the first moment.</source>
        <translation>一阶矩的衰减率。</translation>
    </message>
    <message>
        <source>The decay of the second moment.</source>
        <translation>二阶矩的衰减率。</translation>
    </message>
    <message>
        <source>The digits move left by {places}: the exponent falls from {old} to {new}.</source>
        <translation>各位左移 {places} 位：指数由 {old} 降到 {new}。</translation>
    </message>
    <message>
        <source>The digits move left by {places}: the power of 2 behind them falls from {old} to {new}.</source>
        <translation>数字左移 {places} 位:后面的 2 的幂次从 {old} 降到 {new}。</translation>
    </message>
    <message>
        <source>The digits move right by {places}: the exponent grows from {old} to {new}.</source>
        <translation>各位右移 {places} 位：指数由 {old} 增到 {new}。</translation>
    </message>
    <message>
        <source>The digits move right by {places}: the power of 2 behind them grows from {old} to {new}.</source>
        <translation>数字右移 {places} 位:后面的 2 的幂次从 {old} 升到 {new}。</translation>
    </message>
    <message>
        <source>The digits not shown borrow 1 from the last one shown.</source>
        <translation>未显示的数字从所示的末位借 1。</translation>
    </message>
    <message>
        <source>The digits of a make pairs, from the point on. Below each pair the root so far, followed by 01, is taken off if what is left is as much: then the next digit of the root is a 1, else a 0.</source>
        <translation>从小数点起把 a 的各位两两分组。到每一组，若余数够减，就减去“已得的根后接 01”，根的下一位为 1，否则为 0。</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>磁盘没有响应</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the dump</source>
        <translation>转储</translation>
    </message>
    <message>
        <source>the dump is neither of a file nor of a text, or of both</source>
        <translation>转储既非文件也非文本，或二者皆有</translation>
    </message>
    <message>
        <source>the edits of a dump are no list of at most {most}</source>
        <translation>转储的编辑不是至多 {most} 项的列表</translation>
    </message>
    <message>
        <source>The errors of mean and variance go into every member of the result.</source>
        <translation>均值与方差的误差进入结果的每个成员。</translation>
    </message>
    <message>
        <source>The exact sum is zero: +0, under every rule but downward.</source>
        <translation>精确的和为零：取 +0，除向下舍入外任何规则都如此。</translation>
    </message>
    <message>
        <source>The exact sum is zero: -0, because the rule is downward.</source>
        <translation>精确的和为零：取 -0，因为规则是向下舍入。</translation>
    </message>
    <message>
        <source>The exact sum.</source>
        <translation>精确的和。</translation>
    </message>
    <message>
        <source>the experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>the experiment&apos;s name</source>
        <translation>实验的名称</translation>
    </message>
    <message>
        <source>the experiment&apos;s parameters</source>
        <translation>实验的参数</translation>
    </message>
    <message>
        <source>The exponent cannot go below {emin}: the hidden bit is 0, as in a subnormal number.</source>
        <translation>指数不能低于 {emin}：隐含位为 0，与非规格化数一样。</translation>
    </message>
    <message>
        <source>The exponent {exponent} lies between {emin} and {emax}: exponent field {exponent} + {bias} = {field}.</source>
        <translation>指数 {exponent} 在 {emin} 与 {emax} 之间：阶码 {exponent} + {bias} = {field}。</translation>
    </message>
    <message>
        <source>The exponent {exponent} of {high} is larger than {other} of {low}: {low} moves right by {shift}.</source>
        <translation>{high} 的指数 {exponent} 大于 {low} 的指数 {other}：{low} 右移 {shift} 位。</translation>
    </message>
    <message>
        <source>The exponent {leading} is below the least, {emin}, and {format} has neither zero nor subnormals: its least number stands for everything smaller.</source>
        <translation>指数 {leading} 低于最小指数 {emin}，而 {format} 既没有零也没有非规格化数：更小的数一律由最小数代替。</translation>
    </message>
    <message>
        <source>The exponent {old} is odd: the digits move left by 1, and it becomes {even}.</source>
        <translation>指数 {old} 是奇数：各位左移 1 位，指数变为 {even}。</translation>
    </message>
    <message>
        <source>The exponents are added: {first} + {second} = {exponent}.</source>
        <translation>指数相加：{first} + {second} = {exponent}。</translation>
    </message>
    <message>
        <source>The exponents are subtracted: {first} - {second} = {exponent}.</source>
        <translation>指数相减：{first} - {second} = {exponent}。</translation>
    </message>
    <message>
        <source>the expression has no line {text}</source>
        <translation>表达式没有第 {text} 行</translation>
    </message>
    <message>
        <source>the file would be larger than the system allows</source>
        <translation>文件会超出系统允许的大小</translation>
    </message>
    <message>
        <source>the first 1</source>
        <translation>首位的 1</translation>
    </message>
    <message>
        <source>The first 1 is worth 2^{leading}, the last digit more than 1: nothing stands behind the point.</source>
        <translation>首位的 1 值 2^{leading}，末位也大于 1：小数点后没有数位。</translation>
    </message>
    <message>
        <source>the first NaN</source>
        <translation>首个 NaN</translation>
    </message>
    <message>
        <source>The first NaN operand, made quiet; an invalid operation gives a negative NaN; fma(0, inf, NaN) gives the addend and raises nothing</source>
        <translation>取首个 NaN 操作数并转为静默；无效操作得负的 NaN；fma(0, inf, NaN) 得加数，不置标志</translation>
    </message>
    <message>
        <source>The first NaN operand, made quiet; an invalid operation gives a positive NaN</source>
        <translation>取首个 NaN 操作数并转为静默；无效操作得正的 NaN</translation>
    </message>
    <message>
        <source>the first operand&apos;s</source>
        <translation>首个操作数的</translation>
    </message>
    <message>
        <source>The first signalling NaN, else the first one, the addend of an fma before its factors; an invalid operation gives a positive NaN</source>
        <translation>先取首个信令 NaN，没有则取首个 NaN，fma 的加数排在因数之前；无效操作得正的 NaN</translation>
    </message>
    <message>
        <source>the first sum is a tie</source>
        <translation>和恰为平局</translation>
    </message>
    <message>
        <source>the first sum is exact</source>
        <translation>和是精确的</translation>
    </message>
    <message>
        <source>the first sum is flushed to zero</source>
        <translation>和被置零</translation>
    </message>
    <message>
        <source>the first sum is out of range</source>
        <translation>和超出范围</translation>
    </message>
    <message>
        <source>the first {count} are finite</source>
        <translation>前 {count} 个都是有限数</translation>
    </message>
    <message>
        <source>the first {count} may be times of this century, since 1970</source>
        <translation>前 {count} 个都可能是本世纪的时间（自 1970 年起）</translation>
    </message>
    <message>
        <source>The format in which the scaled gradients may overflow.</source>
        <translation>缩放后的梯度可能上溢的格式。</translation>
    </message>
    <message>
        <source>The format of a second weight, and of the update that it takes.</source>
        <translation>第二个权重及其更新量的格式。</translation>
    </message>
    <message>
        <source>The format of a second, wider running sum.</source>
        <translation>另一个更宽的逐步累加的和所用的格式。</translation>
    </message>
    <message>
        <source>The format of the gradient, and of the weight without a master copy.</source>
        <translation>梯度的格式；没有权重备份时也是权重的格式。</translation>
    </message>
    <message>
        <source>The format of the inputs x and y.</source>
        <translation>输入 x 和 y 的格式。</translation>
    </message>
    <message>
        <source>The format of the master copy, which takes the update of the first weight.</source>
        <translation>权重备份的格式；它使用第一个权重的更新量。</translation>
    </message>
    <message>
        <source>The format of the master copy.</source>
        <translation>权重备份的格式。</translation>
    </message>
    <message>
        <source>The format of the pairwise sums.</source>
        <translation>两两求和所用的格式。</translation>
    </message>
    <message>
        <source>The format of the running sum.</source>
        <translation>逐步累加的和所用的格式。</translation>
    </message>
    <message>
        <source>The format of the weight.</source>
        <translation>权重的格式。</translation>
    </message>
    <message>
        <source>The format of weight, update and compensation.</source>
        <translation>权重、更新量和补偿的格式。</translation>
    </message>
    <message>
        <source>The format that g is rounded to, for the weight and for the master copy.</source>
        <translation>g 舍入到的格式，权重和权重备份都用它。</translation>
    </message>
    <message>
        <source>The format that g is rounded to.</source>
        <translation>g 舍入到的格式。</translation>
    </message>
    <message>
        <source>The format that the scaled gradients are rounded to.</source>
        <translation>缩放后的梯度舍入到的格式。</translation>
    </message>
    <message>
        <source>The format that the term is rounded to.</source>
        <translation>加数舍入到的格式。</translation>
    </message>
    <message>
        <source>The format that the wide sum is stored in at the end.</source>
        <translation>宽累加器的和最后存成的格式。</translation>
    </message>
    <message>
        <source>The formats of moments and weight, with commas between them; each has a curve.</source>
        <translation>矩和权重的格式，用逗号隔开；每种格式一条曲线。</translation>
    </message>
    <message>
        <source>The formats that count, with commas between them.</source>
        <translation>用来计数的格式，用逗号隔开。</translation>
    </message>
    <message>
        <source>The fraction gets a zero bit at its end.</source>
        <translation>尾数末尾补一个 0。</translation>
    </message>
    <message>
        <source>The fraction gets {zeros} zero bits at its end.</source>
        <translation>尾数末尾补 {zeros} 个 0。</translation>
    </message>
    <message>
        <source>The fraction has the same width.</source>
        <translation>尾数宽度相同。</translation>
    </message>
    <message>
        <source>The gradient is zero</source>
        <translation>梯度为零</translation>
    </message>
    <message>
        <source>The gradient is {gradient}, and so it is at any scale.</source>
        <translation>梯度为 {gradient}，系数再小也是如此。</translation>
    </message>
    <message>
        <source>The gradient is {gradient}, times the learning rate {update}.</source>
        <translation>梯度是 {gradient}，乘以学习率得 {update}。</translation>
    </message>
    <message>
        <source>The gradient, the same in every step.</source>
        <translation>梯度，每一步都相同。</translation>
    </message>
    <message>
        <source>The gradient, {gradient}, times S is {product}: {format} makes it {scaled}.</source>
        <translation>梯度 {gradient} 乘以 S 得 {product}：在 {format} 中成为 {scaled}。</translation>
    </message>
    <message>
        <source>the gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>The hidden bit is 0: a subnormal number, with exponent field 0 for exponent {emin}.</source>
        <translation>隐含位是 0：这是非规格化数，阶码 0 表示指数 {emin}。</translation>
    </message>
    <message>
        <source>the integer {value}</source>
        <translation>整数 {value}</translation>
    </message>
    <message>
        <source>the largest integer for a NaN</source>
        <translation>NaN 得最大整数</translation>
    </message>
    <message>
        <source>The largest magnitude among the gradients of each step, before scaling; with inf or NaN every step overflows.</source>
        <translation>每一步中梯度绝对值的最大者，缩放之前；若为 inf 或 NaN，每一步都上溢。</translation>
    </message>
    <message>
        <source>The last bit of the fraction has no place.</source>
        <translation>尾数的最后一位放不下。</translation>
    </message>
    <message>
        <source>The last {count} bits of the fraction have no place.</source>
        <translation>尾数的最后 {count} 位放不下。</translation>
    </message>
    <message>
        <source>the layout of a dump</source>
        <translation>转储的布局</translation>
    </message>
    <message>
        <source>The learning rate, about as far as a step goes.</source>
        <translation>学习率，约等于一步的大小。</translation>
    </message>
    <message>
        <source>the least integer for a NaN</source>
        <translation>NaN 得最小整数</translation>
    </message>
    <message>
        <source>the link has a note on {name}, but no such pin</source>
        <translation>链接中有 {name} 的备注，但没有该留存值</translation>
    </message>
    <message>
        <source>the link names a format twice</source>
        <translation>链接中有一个格式出现两次</translation>
    </message>
    <message>
        <source>the link says {name} twice</source>
        <translation>链接中 {name} 出现了两次</translation>
    </message>
    <message>
        <source>the link&apos;s active format {format} is not among its formats</source>
        <translation>链接的当前格式 {format} 不在其格式之中</translation>
    </message>
    <message>
        <source>The loss is kept for later</source>
        <translation>丢失的部分留到以后</translation>
    </message>
    <message>
        <source>The loss, and so each gradient, is multiplied by 2^k.</source>
        <translation>损失乘以 2^k，于是每个梯度也乘以 2^k。</translation>
    </message>
    <message>
        <source>The mean is taken off first, and nothing large is squared.</source>
        <translation>先减去均值，不对大数求平方。</translation>
    </message>
    <message>
        <source>The mean keeps to the exact sum</source>
        <translation>平均值紧随精确和</translation>
    </message>
    <message>
        <source>The mean of all trials.</source>
        <translation>全部试验的平均值。</translation>
    </message>
    <message>
        <source>the name {name} has {count} characters; a pin&apos;s has at most {most}</source>
        <translation>名称 {name} 有 {count} 个字符；留存值的名称最多 {most} 个</translation>
    </message>
    <message>
        <source>the NaN of operand {operand}</source>
        <translation>操作数 {operand} 的 NaN</translation>
    </message>
    <message>
        <source>The NaN with the larger significand, made quiet; an invalid operation gives a negative NaN</source>
        <translation>取有效数较大的 NaN 并转为静默；无效操作得负的 NaN</translation>
    </message>
    <message>
        <source>the note {note} has {count} characters; a pin&apos;s has at most {most}</source>
        <translation>备注 {note} 有 {count} 个字符；留存值的备注最多 {most} 个</translation>
    </message>
    <message>
        <source>the note {note} is not one line of text</source>
        <translation>备注 {note} 不是单行文本</translation>
    </message>
    <message>
        <source>The number is an infinity.</source>
        <translation>这个数是无穷大。</translation>
    </message>
    <message>
        <source>The number is negative: sign and digits are the two&apos;s complement of those of {positive}.</source>
        <translation>这个数是负数:符号和数字是 {positive} 的符号和数字的补码。</translation>
    </message>
    <message>
        <source>The number is negative: two&apos;s complement of {positive}.</source>
        <translation>这个数是负数:{positive} 的补码。</translation>
    </message>
    <message>
        <source>the number {value}</source>
        <translation>数 {value}</translation>
    </message>
    <message>
        <source>the other sign of the result</source>
        <translation>结果的符号相反</translation>
    </message>
    <message>
        <source>the other sign of zero</source>
        <translation>零的符号相反</translation>
    </message>
    <message>
        <source>the other sign of {operand}</source>
        <translation>{operand} 的符号相反</translation>
    </message>
    <message>
        <source>the overflow rule {rule}</source>
        <translation>溢出规则为 {rule}</translation>
    </message>
    <message>
        <source>the panels in front</source>
        <translation>位于前面的面板</translation>
    </message>
    <message>
        <source>The point moves behind the digit that is worth 1: the exponent becomes 0 instead of {exponent}.</source>
        <translation>小数点移到值为 1 的那一位之后：指数由 {exponent} 变为 0。</translation>
    </message>
    <message>
        <source>The point of {high} stands at 2^{exponent}, that of {low} at 2^{other}: {low} moves right by {shift}.</source>
        <translation>{high} 的小数点在 2^{exponent} 处,{low} 的在 2^{other} 处:{low} 右移 {shift} 位。</translation>
    </message>
    <message>
        <source>The powers of 2 behind the digits are added: {first} + {second} = {exponent}.</source>
        <translation>数字后面的 2 的幂次相加:{first} + {second} = {exponent}。</translation>
    </message>
    <message>
        <source>The powers of 2 behind the digits are subtracted: {first} - {second} = {exponent}.</source>
        <translation>各位后面 2 的幂次相减：{first} - {second} = {exponent}。</translation>
    </message>
    <message>
        <source>the print leaves words out</source>
        <translation>打印内容省略了一些字</translation>
    </message>
    <message>
        <source>The products are added one by one in {format}.</source>
        <translation>用 {format} 把乘积逐个相加。</translation>
    </message>
    <message>
        <source>the result in the other byte order</source>
        <translation>结果的字节序相反</translation>
    </message>
    <message>
        <source>the result of the line before</source>
        <translation>上一行的结果</translation>
    </message>
    <message>
        <source>the result of {lines} lines before</source>
        <translation>前面第 {lines} 行的结果</translation>
    </message>
    <message>
        <source>The root of a zero is that zero, with its sign.</source>
        <translation>零的平方根就是该零，符号不变。</translation>
    </message>
    <message>
        <source>the row of the dump is the source, which is no code of its format</source>
        <translation>转储的当前行应为源值，但源值不是其格式的编码</translation>
    </message>
    <message>
        <source>The rule is {rule}.</source>
        <translation>规则：{rule}。</translation>
    </message>
    <message>
        <source>the rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The rules of no machine in this list</source>
        <translation>与列表中的机器都不同</translation>
    </message>
    <message>
        <source>the run has no curve {name}; there are {names}</source>
        <translation>该次运行没有曲线 {name}；有 {names}</translation>
    </message>
    <message>
        <source>The run was given up. Shown is the one before it.</source>
        <translation>运行已取消。显示的是之前那一次。</translation>
    </message>
    <message>
        <source>The same descent without any rounding, worked out to 256 bits.</source>
        <translation>同样的下降过程，不做舍入，以 256 位算出。</translation>
    </message>
    <message>
        <source>The same weight in {format} without compensation.</source>
        <translation>同样的 {format} 权重，没有补偿。</translation>
    </message>
    <message>
        <source>The same weight, rounded to nearest.</source>
        <translation>同样的权重，就近舍入。</translation>
    </message>
    <message>
        <source>the same: no product goes into a sum alone</source>
        <translation>相同：没有只进入和的积</translation>
    </message>
    <message>
        <source>The scale at step 0.</source>
        <translation>第 0 步的缩放系数。</translation>
    </message>
    <message>
        <source>The scale cannot grow</source>
        <translation>系数不能增长</translation>
    </message>
    <message>
        <source>The scale grows</source>
        <translation>系数增长</translation>
    </message>
    <message>
        <source>The scale grows until a gradient overflows, skips that step, and backs off.</source>
        <translation>系数不断增长，直到某个梯度上溢；那一步被跳过，系数回退。</translation>
    </message>
    <message>
        <source>The scale is safe</source>
        <translation>系数是安全的</translation>
    </message>
    <message>
        <source>The scale is too large</source>
        <translation>系数太大</translation>
    </message>
    <message>
        <source>The scale never falls below it (DeepSpeed, Megatron); in MindSpore that is always 1, and in PyTorch and apex it may reach 0.</source>
        <translation>系数不会低于它（DeepSpeed、Megatron）；MindSpore 中总是 1，PyTorch 和 apex 中系数可能到 0。</translation>
    </message>
    <message>
        <source>The scaler gives up</source>
        <translation>缩放器放弃</translation>
    </message>
    <message>
        <source>The scaler&apos;s limit makes it {after}.</source>
        <translation>缩放器的界限使它成为 {after}。</translation>
    </message>
    <message>
        <source>the scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>the scene cannot be read: {reason}</source>
        <translation>无法读取场景：{reason}</translation>
    </message>
    <message>
        <source>the scene cannot be read: {what} is no {kind}</source>
        <translation>无法读取场景：{what}不是{kind}</translation>
    </message>
    <message>
        <source>the scene in this picture is damaged</source>
        <translation>这张图片中的场景已损坏</translation>
    </message>
    <message>
        <source>the scene in this picture is too long</source>
        <translation>这张图片中的场景太长</translation>
    </message>
    <message>
        <source>the scene shows a format twice</source>
        <translation>场景中有一个格式出现两次</translation>
    </message>
    <message>
        <source>the scene&apos;s active format {format} is not among its formats</source>
        <translation>场景的当前格式 {format} 不在其格式之中</translation>
    </message>
    <message>
        <source>the scene&apos;s rules cannot be read: {text} is no value of {key}</source>
        <translation>无法读取场景的规则：{text} 不是 {key} 的值</translation>
    </message>
    <message>
        <source>the second half&apos;s sign and exponent say nothing; canonical is {code}</source>
        <translation>后一半的符号和阶码不起作用；规范编码是 {code}</translation>
    </message>
    <message>
        <source>The second moment is {v}, its root over the correction plus eps is {divisor}.</source>
        <translation>二阶矩是 {v}，校正后的平方根加 eps 为 {divisor}。</translation>
    </message>
    <message>
        <source>the shape of {name} is no shape</source>
        <translation>{name} 的形状无效</translation>
    </message>
    <message>
        <source>the sheet has no line {text}; the last is {last}</source>
        <translation>这个算式没有第 {text} 步；最后一步是 {last}</translation>
    </message>
    <message>
        <source>the signal {name} has {length} bits and can only have {right}</source>
        <translation>信号 {name} 有 {length} 位，只能是 {right} 位</translation>
    </message>
    <message>
        <source>The significands are divided: wherever b goes into what is left of a, it is taken off and the quotient has a 1; elsewhere it has a 0.</source>
        <translation>有效数字相除：a 的余数够减 b 的地方，减去 b，商为 1；不够减的地方商为 0。</translation>
    </message>
    <message>
        <source>The significands are multiplied. Each 1 of {name} makes a partial product: {count} in all, which are not shown.</source>
        <translation>有效数字相乘。{name} 的每个 1 产生一个部分积：共 {count} 个，未一一列出。</translation>
    </message>
    <message>
        <source>The significands are multiplied. Each 1 of {name} makes a partial product: {count} in all.</source>
        <translation>有效数字相乘。{name} 的每个 1 产生一个部分积：共 {count} 个。</translation>
    </message>
    <message>
        <source>The signs are alike, and so are all digits: the numbers are equal.</source>
        <translation>符号相同，各位也全部相同：两数相等。</translation>
    </message>
    <message>
        <source>The signs are alike. From the left, the first digits that differ are worth 2^{place}: {larger} has the 1 there, and the larger magnitude.</source>
        <translation>符号相同。从左起第一处不同的数位值 2^{place}：{larger} 在此为 1，绝对值较大。</translation>
    </message>
    <message>
        <source>The signs are alike. The first 1 of {larger} is worth 2^{place}, that of {smaller} less: {larger} has the larger magnitude.</source>
        <translation>符号相同。{larger} 首位的 1 值 2^{place}，{smaller} 的更小：{larger} 的绝对值较大。</translation>
    </message>
    <message>
        <source>The signs are alike: the product is positive.</source>
        <translation>符号相同：乘积为正。</translation>
    </message>
    <message>
        <source>The signs are alike: the quotient is positive.</source>
        <translation>符号相同：商为正。</translation>
    </message>
    <message>
        <source>The signs are alike: the significands are added.</source>
        <translation>符号相同：有效数字相加。</translation>
    </message>
    <message>
        <source>The signs differ: the negative one is less, whatever the digits are.</source>
        <translation>符号不同：不论各位如何，负的较小。</translation>
    </message>
    <message>
        <source>The signs differ: the product is negative.</source>
        <translation>符号不同：乘积为负。</translation>
    </message>
    <message>
        <source>The signs differ: the quotient is negative.</source>
        <translation>符号不同：商为负。</translation>
    </message>
    <message>
        <source>The signs differ: {smaller} is subtracted from {larger}, which has the larger magnitude and gives the sign.</source>
        <translation>符号不同：从 {larger} 中减去 {smaller}；{larger} 的绝对值较大，符号随它。</translation>
    </message>
    <message>
        <source>The smallest normal number of {format} begins at 2^{exponent}: in front of smaller ones stand zeros.</source>
        <translation>{format} 的最小正规数从 2^{exponent} 开始:更小的数前面是零。</translation>
    </message>
    <message>
        <source>The source is not a number.</source>
        <translation>来源不是一个数。</translation>
    </message>
    <message>
        <source>The square of the gradient times 1 - β₂, {square}, is below what {format} holds.</source>
        <translation>梯度的平方乘以 1 - β₂ 得 {square}，小于 {format} 能表示的数。</translation>
    </message>
    <message>
        <source>The squares are rounded before they cancel; the factors cancel without an error.</source>
        <translation>平方在相消之前已经舍入；因式相消则没有误差。</translation>
    </message>
    <message>
        <source>The standard deviation of log₂ of the magnitudes.</source>
        <translation>梯度绝对值的 log₂ 的标准差。</translation>
    </message>
    <message>
        <source>The step leads from {before} to {after}.</source>
        <translation>这一步使权重由 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>The steps whose gradients are infinite or NaN, with commas between them: 7, 8, 20-40. The first step is 1.</source>
        <translation>梯度为无穷或 NaN 的步，用逗号隔开：7, 8, 20-40。第一步是 1。</translation>
    </message>
    <message>
        <source>The sum at step 0.</source>
        <translation>第 0 步的和。</translation>
    </message>
    <message>
        <source>The sum in {format}: each step adds the increment and rounds.</source>
        <translation>{format} 中的和：每一步加上增量并舍入。</translation>
    </message>
    <message>
        <source>The sum is exact</source>
        <translation>和是精确的</translation>
    </message>
    <message>
        <source>The sum is flushed to zero</source>
        <translation>和被置零</translation>
    </message>
    <message>
        <source>The sum lies half-way between {floor} and {ceiling}, a tie: {format} takes {result}, the even one.</source>
        <translation>和恰在 {floor} 与 {ceiling} 的正中，是平局：{format} 取末位为偶的 {result}。</translation>
    </message>
    <message>
        <source>The sum lies half-way between {floor} and {ceiling}, a tie: {format} takes {result}, the higher one.</source>
        <translation>和恰在 {floor} 与 {ceiling} 的正中，是平局：{format} 取较大的 {result}。</translation>
    </message>
    <message>
        <source>The sum lies half-way between {floor} and {ceiling}, a tie: {format} takes {result}, the one farther from zero.</source>
        <translation>和恰在 {floor} 与 {ceiling} 的正中，是平局：{format} 取离零较远的 {result}。</translation>
    </message>
    <message>
        <source>The sum lies {part} of the way from {low} to {high}: it goes up with a probability of {chance}, and this trial went down.</source>
        <translation>和位于 {low} 到 {high} 之间的 {part} 处：以 {chance} 的概率向上，这次试验是向下。</translation>
    </message>
    <message>
        <source>The sum lies {part} of the way from {low} to {high}: it goes up with a probability of {chance}, and this trial went up.</source>
        <translation>和位于 {low} 到 {high} 之间的 {part} 处：以 {chance} 的概率向上，这次试验正是向上。</translation>
    </message>
    <message>
        <source>The sum of the exact products.</source>
        <translation>各精确乘积的和。</translation>
    </message>
    <message>
        <source>The sum of {n} terms is that of {left} plus that of {right}: {total}, in {format} {result}.</source>
        <translation>{n} 项的和是 {left} 项的和加上 {right} 项的和：{total}，在 {format} 中是 {result}。</translation>
    </message>
    <message>
        <source>The sum, {total}, is a value of {format}: nothing is lost.</source>
        <translation>和 {total} 是 {format} 能表示的数：没有丢失任何东西。</translation>
    </message>
    <message>
        <source>The sum, {total}, is a value of {format}: there is nothing to draw.</source>
        <translation>和 {total} 是 {format} 能表示的数：不必抽取。</translation>
    </message>
    <message>
        <source>The sum, {total}, is not positive, as all values of {format} are: it becomes {result}.</source>
        <translation>和 {total} 不是正数，而 {format} 的数都是正数：结果为 {result}。</translation>
    </message>
    <message>
        <source>The sum, {total}, is subnormal in {format}, and subnormals are flushed: it becomes 0.</source>
        <translation>和 {total} 在 {format} 中是非规格化数，而非规格化数被置零：结果为 0。</translation>
    </message>
    <message>
        <source>The sum, {total}, lies beyond the ends of {format}: it wraps around to {result}.</source>
        <translation>和 {total} 超出 {format} 的两端：回绕为 {result}。</translation>
    </message>
    <message>
        <source>The sum, {total}, lies beyond the largest value of {format}, {largest}: it becomes {result}.</source>
        <translation>和 {total} 超出 {format} 的最大值 {largest}：结果为 {result}。</translation>
    </message>
    <message>
        <source>The term is {ratio} of the gap on its side toward zero, which at a power of two is half an ulp.</source>
        <translation>加数是朝零一侧间距的 {ratio} 倍；在 2 的幂处，这一间距只有半个 ulp。</translation>
    </message>
    <message>
        <source>The terms are added one by one in {format}.</source>
        <translation>用 {format} 把加数逐个相加。</translation>
    </message>
    <message>
        <source>the text of the dump is longer than a scene keeps</source>
        <translation>转储的文本超过场景可保存的长度</translation>
    </message>
    <message>
        <source>the type {name} is not known</source>
        <translation>未知的类型 {name}</translation>
    </message>
    <message>
        <source>the update is 0</source>
        <translation>更新量是 0</translation>
    </message>
    <message>
        <source>The update is {ratio} of the gap on the weight&apos;s side toward zero, which at a power of two is half an ulp.</source>
        <translation>更新量是权重朝零一侧间距的 {ratio} 倍；在 2 的幂处，这一间距只有半个 ulp。</translation>
    </message>
    <message>
        <source>The update, {update}, less the compensation, {before}, is {corrected}.</source>
        <translation>更新量 {update} 减去补偿 {before} 得 {corrected}。</translation>
    </message>
    <message>
        <source>the view of {panel}</source>
        <translation>{panel} 的视图</translation>
    </message>
    <message>
        <source>the views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>The weight at step 0.</source>
        <translation>第 0 步的权重。</translation>
    </message>
    <message>
        <source>The weight at which the loss is least.</source>
        <translation>损失最小处的权重。</translation>
    </message>
    <message>
        <source>The weight goes from {weight} to {result}, and {after} was added too much: that is the next compensation.</source>
        <translation>权重由 {weight} 变为 {result}，多加了 {after}：这就是下一步的补偿。</translation>
    </message>
    <message>
        <source>The weight in {format} takes g in {format}.</source>
        <translation>{format} 的权重加上 {format} 的 g。</translation>
    </message>
    <message>
        <source>The weight in {format} takes g in {update_format}; the sum is rounded back.</source>
        <translation>{format} 的权重加上 {update_format} 的 g；和再舍入回来。</translation>
    </message>
    <message>
        <source>The weight in {weight}, its gradient worked out in {gradient}.</source>
        <translation>权重用 {weight}，梯度用 {gradient} 计算。</translation>
    </message>
    <message>
        <source>the weight is {weight} from the start</source>
        <translation>权重从一开始就是 {weight}</translation>
    </message>
    <message>
        <source>The weight is {weight}, and no update brings it back.</source>
        <translation>权重是 {weight}，任何更新量都不能使它恢复。</translation>
    </message>
    <message>
        <source>The weight, with both moments in {format}.</source>
        <translation>权重，两个矩都用 {format}。</translation>
    </message>
    <message>
        <source>the workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>the worst {count} are listed</source>
        <translation>所列为最大的 {count} 处</translation>
    </message>
    <message>
        <source>The wrong line is right under nothing tried.</source>
        <translation>错误行在试过的任何情形下都不正确。</translation>
    </message>
    <message>
        <source>The wrong line is right under {names}.</source>
        <translation>错误行在以下情形下正确：{names}。</translation>
    </message>
    <message>
        <source>The {addend} is 0: nothing is added.</source>
        <translation>{addend}是 0：什么也没有加上。</translation>
    </message>
    <message>
        <source>The {addend} is swamped</source>
        <translation>{addend}被淹没</translation>
    </message>
    <message>
        <source>The {addend} is {ratio} of an ulp of the {augend}.</source>
        <translation>{addend}是{augend}处 ulp 的 {ratio} 倍。</translation>
    </message>
    <message>
        <source>The {addend} is {ratio} ulps of the {augend}.</source>
        <translation>{addend}是{augend}处 ulp 的 {ratio} 倍。</translation>
    </message>
    <message>
        <source>The {augend} has stalled</source>
        <translation>{augend}停滞了</translation>
    </message>
    <message>
        <source>The {augend} has stood at {weight} since step {stall}.</source>
        <translation>从第 {stall} 步起，{augend}一直是 {weight}。</translation>
    </message>
    <message>
        <source>The {augend} is {weight}, and no {addend} brings it back.</source>
        <translation>{augend}是 {weight}，任何{addend}都不能使它恢复。</translation>
    </message>
    <message>
        <source>The {augend} is {weight}; this overflow rule turns it into {result}.</source>
        <translation>{augend}是 {weight}；这一上溢规则把它变为 {result}。</translation>
    </message>
    <message>
        <source>The {format} accumulator has an ulp of {ulp} there: the same term is {ratio} ulps. That is what a wide accumulator is for.</source>
        <translation>{format} 累加器在此处的 ulp 是 {ulp}，同样的加数是它的 {ratio} 倍。这正是宽累加器的用处。</translation>
    </message>
    <message>
        <source>The {format} master copy has an ulp of {ulp} there: the same update is {ratio} ulps. That is what a master copy is for.</source>
        <translation>{format} 权重备份在此处的 ulp 是 {ulp}，同样的更新量是它的 {ratio} 倍。这正是权重备份的用处。</translation>
    </message>
    <message>
        <source>the {key} of a pin is no text</source>
        <translation>留存值的 {key} 不是文本</translation>
    </message>
    <message>
        <source>Their points stand under each other: nothing moves.</source>
        <translation>两个小数点已对齐:无需移位。</translation>
    </message>
    <message>
        <source>then {operation}</source>
        <translation>然后{operation}</translation>
    </message>
    <message>
        <source>there are at most {most} pins</source>
        <translation>最多有 {most} 个留存值</translation>
    </message>
    <message>
        <source>there are neither a text nor bytes nor a file to read</source>
        <translation>没有可读取的文本、字节或文件</translation>
    </message>
    <message>
        <source>there are no tensors</source>
        <translation>没有张量</translation>
    </message>
    <message>
        <source>there are {count} cells, and {columns} columns</source>
        <translation>有 {count} 个单元格，而只有 {columns} 列</translation>
    </message>
    <message>
        <source>there is no array in it</source>
        <translation>其中没有数组</translation>
    </message>
    <message>
        <source>there is no line of operands and a result to check</source>
        <translation>没有可检查的操作数和结果行</translation>
    </message>
    <message>
        <source>there is no record of type {type}</source>
        <translation>没有类型为 {type} 的记录</translation>
    </message>
    <message>
        <source>there is no scene of fpviz in this picture</source>
        <translation>这张图片中没有 fpviz 的场景</translation>
    </message>
    <message>
        <source>there is no signal in it; lines SG_ below lines BO_ are those</source>
        <translation>其中没有信号；信号是 BO_ 行之下的 SG_ 行</translation>
    </message>
    <message>
        <source>there is no such element</source>
        <translation>没有这样的元素</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>there is no tensor {name} in {file}</source>
        <translation>{file} 中没有张量 {name}</translation>
    </message>
    <message>
        <source>There is no variable to sweep: write one, as in x*x - 1</source>
        <translation>没有可扫描的变量：请写一个，如 x*x - 1</translation>
    </message>
    <message>
        <source>There is no {addend}</source>
        <translation>没有{addend}</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>其中没有内容</translation>
    </message>
    <message>
        <source>there is nothing in it that is known; type bytes or words, such as {example}, or what xxd prints</source>
        <translation>其中没有可识别的内容；请输入字节或字，例如 {example}，或 xxd 的输出</translation>
    </message>
    <message>
        <source>This code of {format} is invalid: it is no number</source>
        <translation>{format} 的这个编码无效：它不是数</translation>
    </message>
    <message>
        <source>This is being worked out; shown is what was asked for before.</source>
        <translation>正在计算；显示的是先前所要求的内容。</translation>
    </message>
    <message>
        <source>this is no picture: its XML is damaged or cut short</source>
        <translation>这不是图片：其 XML 已损坏或不完整</translation>
    </message>
    <message>
        <source>this is no text but bytes; open them as a file</source>
        <translation>这不是文本而是字节；请作为文件打开</translation>
    </message>
    <message>
        <source>this is no value yet</source>
        <translation>这还不是一个值</translation>
    </message>
    <message>
        <source>this is not a scene of fpviz</source>
        <translation>这不是 fpviz 的场景</translation>
    </message>
    <message>
        <source>this is not a scene: its JSON is damaged or cut short</source>
        <translation>这不是场景：其 JSON 已损坏或不完整</translation>
    </message>
    <message>
        <source>this picture declares entities, which fpviz does not read</source>
        <translation>这张图片声明了实体，fpviz 不读取实体</translation>
    </message>
    <message>
        <source>this scene was made by a later fpviz (file version {version})</source>
        <translation>这个场景出自更新版本的 fpviz（文件版本 {version}）</translation>
    </message>
    <message>
        <source>three numbers in a word; they are of ufloat11, ufloat11 and ufloat10</source>
        <translation>一个字中的三个数；它们的格式是 ufloat11、ufloat11 和 ufloat10</translation>
    </message>
    <message>
        <source>ties-away</source>
        <translation>平局远离零</translation>
    </message>
    <message>
        <source>ties-to-even</source>
        <translation>平局取偶</translation>
    </message>
    <message>
        <source>ties-upward</source>
        <translation>平局向上</translation>
    </message>
    <message>
        <source>tininess</source>
        <translation>极小判定</translation>
    </message>
    <message>
        <source>tiny after rounding</source>
        <translation>舍入后判断极小</translation>
    </message>
    <message>
        <source>tiny before rounding</source>
        <translation>舍入前判断极小</translation>
    </message>
    <message>
        <source>Tiny results are flushed: it becomes a zero, and underflow is raised.</source>
        <translation>极小的结果被置零：变成零，并置下溢标志。</translation>
    </message>
    <message>
        <source>To be added: {given}. The {addend} is not finite, nor is any sum with it.</source>
        <translation>要加的数：{given}。{addend}不是有限的，与它相加的和也不是。</translation>
    </message>
    <message>
        <source>To be added: {given}; ulp of the {augend}: {ulp}.</source>
        <translation>要加的数：{given}；{augend}的 ulp：{ulp}。</translation>
    </message>
    <message>
        <source>To be added: {given}; ulp of the {augend}: {ulp}; midpoint: {border}.</source>
        <translation>要加的数：{given}；{augend}的 ulp：{ulp}；中点：{border}。</translation>
    </message>
    <message>
        <source>To be added: {given}; ulp of the {augend}: {ulp}; rounding changes at {border}.</source>
        <translation>要加的数：{given}；{augend}的 ulp：{ulp}；舍入在 {border} 处改变。</translation>
    </message>
    <message>
        <source>To be divided: {before} by {factor}, which is {product}.</source>
        <translation>要除：{before} 除以 {factor}，得 {product}。</translation>
    </message>
    <message>
        <source>To be multiplied: {before} by {factor}, which is {product}.</source>
        <translation>要乘：{before} 乘以 {factor}，得 {product}。</translation>
    </message>
    <message>
        <source>To infinity; to NaN in a format without infinity</source>
        <translation>变为无穷大；没有无穷大的格式变为 NaN</translation>
    </message>
    <message>
        <source>to integer</source>
        <translation>转换为整数</translation>
    </message>
    <message>
        <source>To NaN, in a format that has one</source>
        <translation>变为 NaN（若格式有 NaN）</translation>
    </message>
    <message>
        <source>To nearest, ties to even; nothing flushed, tiny after rounding, first NaN.</source>
        <translation>就近舍入，平局取偶；不置零，舍入后判断极小，取首个 NaN。</translation>
    </message>
    <message>
        <source>to odd</source>
        <translation>向奇数舍入</translation>
    </message>
    <message>
        <source>To odd: the last digit is 0 and something was lost, so it becomes 1.</source>
        <translation>向奇数舍入：末位是 0 而有所丢失，所以变为 1。</translation>
    </message>
    <message>
        <source>To odd: the last digit is 1 already and stays.</source>
        <translation>向奇数舍入：末位已是 1，保持不变。</translation>
    </message>
    <message>
        <source>To the largest finite number</source>
        <translation>变为最大有限数</translation>
    </message>
    <message>
        <source>To the largest finite number; infinite operands stay infinite</source>
        <translation>变为最大有限数；无穷大的操作数仍为无穷大</translation>
    </message>
    <message>
        <source>to unsigned integer</source>
        <translation>转换为无符号整数</translation>
    </message>
    <message>
        <source>to zero</source>
        <translation>变为零</translation>
    </message>
    <message>
        <source>to-odd</source>
        <translation>向奇数舍入</translation>
    </message>
    <message>
        <source>toggle a bit</source>
        <translation>翻转一位</translation>
    </message>
    <message>
        <source>torch.amp.GradScaler, up to PyTorch 2.14 at least</source>
        <translation>torch.amp.GradScaler（至少到 PyTorch 2.14）</translation>
    </message>
    <message>
        <source>total order</source>
        <translation>全序</translation>
    </message>
    <message>
        <source>total order of magnitudes</source>
        <translation>绝对值的全序</translation>
    </message>
    <message>
        <source>toward zero</source>
        <translation>向零舍入</translation>
    </message>
    <message>
        <source>Toward zero: whatever lies beyond the cut is dropped.</source>
        <translation>向零舍入：截断处之后的一律舍去。</translation>
    </message>
    <message>
        <source>toward-zero</source>
        <translation>向零舍入</translation>
    </message>
    <message>
        <source>trial {n}</source>
        <translation>试验 {n}</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验次数</translation>
    </message>
    <message>
        <source>Trials shown</source>
        <translation>显示的试验</translation>
    </message>
    <message>
        <source>trials times steps must be at most 4·10^7</source>
        <translation>试验次数乘以步数最多 4·10^7</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>真或假</translation>
    </message>
    <message>
        <source>two codes of the same value</source>
        <translation>同一数值的两个编码</translation>
    </message>
    <message>
        <source>Two halves</source>
        <translation>两半</translation>
    </message>
    <message>
        <source>Two large numbers that nearly agree are subtracted: what is left is their error.</source>
        <translation>两个几乎相等的大数相减：剩下的是它们的误差。</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>两个数</translation>
    </message>
    <message>
        <source>two tensors are called {name}</source>
        <translation>有两个张量都叫 {name}</translation>
    </message>
    <message>
        <source>Two&apos;s complement.</source>
        <translation>补码。</translation>
    </message>
    <message>
        <source>Two&apos;s complement; {bits} bits: the sign, and {name} as TI counts digits. Arm counts the sign as one of them: {arm}.</source>
        <translation>补码，共 {bits} 位：符号位，以及按 TI 的记法 {name}。Arm 把符号位也计在内：{arm}。</translation>
    </message>
    <message>
        <source>type a name such as {grammar}</source>
        <translation>请输入名称，例如 {grammar}</translation>
    </message>
    <message>
        <source>ulp</source>
        <translation>ulp</translation>
    </message>
    <message>
        <source>ulps made here</source>
        <translation>本步产生 (ulp)</translation>
    </message>
    <message>
        <source>underflow</source>
        <translation>下溢</translation>
    </message>
    <message>
        <source>underflow raised by exact subnormal results, too</source>
        <translation>精确的次正规结果也引发下溢</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>unknown experiment {name}; there are {names}</source>
        <translation>未知实验 {name}；可用的有 {names}</translation>
    </message>
    <message>
        <source>unknown format {name}; see &apos;fpviz formats&apos;, or {grammar}</source>
        <translation>未知格式 {name}；已有的格式见 &apos;fpviz formats&apos;，自定义的写作 {grammar}</translation>
    </message>
    <message>
        <source>unnormalised, below the smallest normal number</source>
        <translation>未规格化，小于最小规格化数</translation>
    </message>
    <message>
        <source>unnormalised; canonical is {code}</source>
        <translation>未规格化；规范编码是 {code}</translation>
    </message>
    <message>
        <source>unordered</source>
        <translation>无序</translation>
    </message>
    <message>
        <source>unpacked from NaN boxes of 64 bits</source>
        <translation>从 64 位的 NaN 装箱中取出</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>无符号</translation>
    </message>
    <message>
        <source>up to the smallest</source>
        <translation>升为最小值</translation>
    </message>
    <message>
        <source>Up with a probability equal to the fraction of an ulp</source>
        <translation>向上的概率等于超出部分占一个 ulp 的比例</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>update below an ulp, and nothing below the weight</source>
        <translation>更新量不到一个 ulp，而权重以下没有别的数</translation>
    </message>
    <message>
        <source>update below an ulp, cut off toward zero</source>
        <translation>更新量不到一个 ulp，向零舍入时被截去</translation>
    </message>
    <message>
        <source>update below an ulp, rounded back downward</source>
        <translation>更新量不到一个 ulp，向下舍入又回到原值</translation>
    </message>
    <message>
        <source>update below an ulp, rounded back to odd</source>
        <translation>更新量不到一个 ulp，向奇数舍入又回到原值</translation>
    </message>
    <message>
        <source>update below an ulp, rounded back upward</source>
        <translation>更新量不到一个 ulp，向上舍入又回到原值</translation>
    </message>
    <message>
        <source>update below half an ulp</source>
        <translation>更新量不到半个 ulp</translation>
    </message>
    <message>
        <source>update exactly half an ulp, a tie that leaves the weight</source>
        <translation>更新量恰为半个 ulp，是平局，权重不变</translation>
    </message>
    <message>
        <source>Update g</source>
        <translation>更新量 g</translation>
    </message>
    <message>
        <source>Update in</source>
        <translation>更新量格式</translation>
    </message>
    <message>
        <source>update too small a part of the gap toward zero, which is half an ulp</source>
        <translation>更新量在朝零一侧的间距（只有半个 ulp）中所占太小</translation>
    </message>
    <message>
        <source>updates of weights in {format} are not counted</source>
        <translation>不统计 {format} 权重的更新</translation>
    </message>
    <message>
        <source>upward</source>
        <translation>向上舍入</translation>
    </message>
    <message>
        <source>Upward, and the number is negative: the rest is dropped.</source>
        <translation>向上舍入，且数为负：余下的舍去。</translation>
    </message>
    <message>
        <source>Upward, and the number is positive: the last place grows by 1.</source>
        <translation>向上舍入，且数为正：末位加 1。</translation>
    </message>
    <message>
        <source>v after one step</source>
        <translation>一步之后的 v</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>values, as gdb or lldb print them</source>
        <translation>gdb 或 lldb 打印的值</translation>
    </message>
    <message>
        <source>variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Variance in one pass</source>
        <translation>一遍算方差</translation>
    </message>
    <message>
        <source>Variance in two passes</source>
        <translation>两遍算方差</translation>
    </message>
    <message>
        <source>Verilog, field by field</source>
        <translation>Verilog，按字段分开</translation>
    </message>
    <message>
        <source>version {version} is not known</source>
        <translation>未知的版本 {version}</translation>
    </message>
    <message>
        <source>w + g, stochastically</source>
        <translation>w + g（随机地）</translation>
    </message>
    <message>
        <source>w - {format} update</source>
        <translation>w - {format} 更新量</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight and compensation</source>
        <translation>权重与补偿</translation>
    </message>
    <message>
        <source>Weight in</source>
        <translation>权重格式</translation>
    </message>
    <message>
        <source>Weight w₀</source>
        <translation>权重 w₀</translation>
    </message>
    <message>
        <source>What every step adds.</source>
        <translation>每一步加上的数。</translation>
    </message>
    <message>
        <source>What every step adds; FP16 adds 0.125 instead.</source>
        <translation>每一步加上的数；FP16 加上的却是 0.125。</translation>
    </message>
    <message>
        <source>What every step adds; this one is 0.430 of an ulp of 1.125 in FP16.</source>
        <translation>每一步加上的数；这里是 FP16 中 1.125 的 0.430 个 ulp。</translation>
    </message>
    <message>
        <source>What is added to the divisor to keep it from zero.</source>
        <translation>加在除数上、防止它为零的数。</translation>
    </message>
    <message>
        <source>What is left at last is not zero: it makes the sticky digit 1.</source>
        <translation>最后的余数不为零：它使粘滞位为 1。</translation>
    </message>
    <message>
        <source>What is summed, over and over.</source>
        <translation>反复相加的数。</translation>
    </message>
    <message>
        <source>what its elements of type {type} are has to be said</source>
        <translation>须说明类型为 {type} 的元素是什么</translation>
    </message>
    <message>
        <source>What makes a step overflow: a list of steps, the largest gradient times S, or both.</source>
        <translation>什么使一步上溢：指定的步、最大梯度乘以 S，或两者。</translation>
    </message>
    <message>
        <source>What of b is left beside a large a: its leading bits, or nothing.</source>
        <translation>b 在很大的 a 旁边还剩下什么：它的前几位，或者什么也没有。</translation>
    </message>
    <message>
        <source>What stands for a result beyond the largest finite number.</source>
        <translation>结果超出最大有限数时用什么代替。</translation>
    </message>
    <message>
        <source>What the gradient is multiplied by to give the update.</source>
        <translation>梯度乘以它得到更新量。</translation>
    </message>
    <message>
        <source>What the scale is multiplied by when it backs off, in PyTorch and Megatron; the others divide by the growth factor.</source>
        <translation>系数回退时乘以的倍数（PyTorch 和 Megatron）；其余的则除以增长倍数。</translation>
    </message>
    <message>
        <source>What the scale is multiplied by when it grows: a whole number in MindSpore&apos;s DynamicLossScaler, always 2 in apex.</source>
        <translation>系数增长时乘以的倍数：MindSpore 的 DynamicLossScaler 中须为整数，apex 中总是 2。</translation>
    </message>
    <message>
        <source>What was finite is then unscaled by 1/S, which is infinite in {format}: the weights become infinite or NaN.</source>
        <translation>有限的梯度随后乘以 1/S 还原，而它在 {format} 中为无穷：权重变成无穷或 NaN。</translation>
    </message>
    <message>
        <source>Where the random numbers begin; the same seed gives the same trials.</source>
        <translation>随机数从何开始；同样的种子给出同样的试验。</translation>
    </message>
    <message>
        <source>Whether a good step restores the hysteresis (DeepSpeed with ZeRO).</source>
        <translation>正常的一步是否恢复滞后计数（DeepSpeed ZeRO）。</translation>
    </message>
    <message>
        <source>Whether a product is rounded to the accumulator&apos;s format before it is added.</source>
        <translation>乘积在相加之前是否先舍入到累加器的格式。</translation>
    </message>
    <message>
        <source>Whether a rounded result that is subnormal becomes zero.</source>
        <translation>舍入结果为非规格化数时是否变为零。</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪几步</translation>
    </message>
    <message>
        <source>Which of the two neighbours of an unrepresentable number is taken.</source>
        <translation>无法表示的数取两个相邻值中的哪一个。</translation>
    </message>
    <message>
        <source>which part</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>who computes so</source>
        <translation>谁这样计算</translation>
    </message>
    <message>
        <source>Whole tensors: what each format loses of them, at which scale</source>
        <translation>整个张量：各格式在何种缩放系数下损失什么</translation>
    </message>
    <message>
        <source>Whose rules the scale follows, and of which version.</source>
        <translation>缩放系数遵循谁的、哪个版本的规则。</translation>
    </message>
    <message>
        <source>Why this code</source>
        <translation>为什么是这个编码</translation>
    </message>
    <message>
        <source>Wide accumulator in</source>
        <translation>宽累加器格式</translation>
    </message>
    <message>
        <source>wide sum</source>
        <translation>宽累加器的和</translation>
    </message>
    <message>
        <source>wide sum + term</source>
        <translation>宽累加器的和 + 加数</translation>
    </message>
    <message>
        <source>Width of the fraction: {new} instead of {old}.</source>
        <translation>尾数宽度：由 {old} 变为 {new}。</translation>
    </message>
    <message>
        <source>With full precision it would still lie below the smallest normal number, {least}: underflow is raised.</source>
        <translation>若用完整精度,它仍低于最小正规数 {least}:引发下溢。</translation>
    </message>
    <message>
        <source>With S = 2{k}, {zeros} of {count} gradients become zero and {overflows} overflow.</source>
        <translation>S = 2{k} 时，{count} 个梯度中有 {zeros} 个变为零，{overflows} 个上溢。</translation>
    </message>
    <message>
        <source>Without effect here: {switches}.</source>
        <translation>此处不起作用：{switches}。</translation>
    </message>
    <message>
        <source>Without its sign these are its bits; {format} has room for {count} of them.</source>
        <translation>不计符号,它的位如下;{format} 只能容纳其中 {count} 位。</translation>
    </message>
    <message>
        <source>Without rounding each step is lr·g/(|g| + eps).</source>
        <translation>若不舍入，每一步是 lr·g/(|g| + eps)。</translation>
    </message>
    <message>
        <source>words in binary</source>
        <translation>二进制的字</translation>
    </message>
    <message>
        <source>words in decimal</source>
        <translation>十进制的字</translation>
    </message>
    <message>
        <source>words of a little-endian machine, taken apart into its bytes</source>
        <translation>小端机器的字，已拆成字节</translation>
    </message>
    <message>
        <source>words with names</source>
        <translation>带名称的字段</translation>
    </message>
    <message>
        <source>words: {count}; wanted are the operands ({arity}), a result and perhaps flags</source>
        <translation>字段数：{count}；需要操作数（{arity} 个）、结果，还可以有标志</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最坏处</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>回绕</translation>
    </message>
    <message>
        <source>wrap around</source>
        <translation>回绕</translation>
    </message>
    <message>
        <source>Write in binary</source>
        <translation>写成二进制</translation>
    </message>
    <message>
        <source>written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>w₀ + t·g as typed, without any rounding.</source>
        <translation>按输入的数计算的 w₀ + t·g，不做任何舍入。</translation>
    </message>
    <message>
        <source>w₀ + t·g as typed.</source>
        <translation>按输入的数计算的 w₀ + t·g。</translation>
    </message>
    <message>
        <source>w₀ + t·g with g rounded to {format}: what no master copy repairs.</source>
        <translation>g 舍入到 {format} 后的 w₀ + t·g：这一误差权重备份也无法修复。</translation>
    </message>
    <message>
        <source>w₀ + t·g, both rounded once.</source>
        <translation>w₀ + t·g，两者各舍入一次。</translation>
    </message>
    <message>
        <source>x86 with FTZ and DAZ</source>
        <translation>x86，开启 FTZ 与 DAZ</translation>
    </message>
    <message>
        <source>x86: SSE, AVX</source>
        <translation>x86：SSE、AVX</translation>
    </message>
    <message>
        <source>x87, with a stored leading bit</source>
        <translation>x87，存储首位</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>xxd</source>
        <translation>xxd</translation>
    </message>
    <message>
        <source>x² − y² and (x − y)(x + y)</source>
        <translation>x² − y² 与 (x − y)(x + y)</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Zero has no digits to round.</source>
        <translation>零没有需要舍入的数位。</translation>
    </message>
    <message>
        <source>Zero has no digits to round; it keeps its sign.</source>
        <translation>零没有可舍入的数字；符号保留。</translation>
    </message>
    <message>
        <source>zero lies between them</source>
        <translation>两者分居零的两侧</translation>
    </message>
    <message>
        <source>Zero times infinity has no value. {name} is not a number, and so it is the result, by the rule of NaNs: {rule}.</source>
        <translation>零乘无穷没有值。{name} 不是数，按 NaN 规则（{rule}）它就是结果。</translation>
    </message>
    <message>
        <source>Zero times infinity has no value: the operation is invalid.</source>
        <translation>零乘以无穷大没有值：操作无效。</translation>
    </message>
    <message>
        <source>zeros of both signs, which compare equal</source>
        <translation>符号不同的两个零，比较时相等</translation>
    </message>
    <message>
        <source>{absolute}, relative {relative}, {ulps} ulp</source>
        <translation>{absolute}，相对误差 {relative}，{ulps} ulp</translation>
    </message>
    <message>
        <source>{absolute}, {ulps} ulp</source>
        <translation>{absolute}，{ulps} ulp</translation>
    </message>
    <message>
        <source>{a} is subnormal, and {b} is {a} flushed to zero (FTZ, DAZ)</source>
        <translation>{a} 是非规格化数，{b} 是 {a} 置零的结果（FTZ、DAZ）</translation>
    </message>
    <message>
        <source>{below}  and  {above}</source>
        <translation>{below}  和  {above}</translation>
    </message>
    <message>
        <source>{bits} bits are less than an element of any usual format</source>
        <translation>{bits} 位不足任何常用格式的一个元素</translation>
    </message>
    <message>
        <source>{bits} bits are less than an element of {format}, which has {width}</source>
        <translation>{bits} 位不足 {format} 的一个元素（{width} 位）</translation>
    </message>
    <message>
        <source>{bits} bits at the end are less than an element of {width}</source>
        <translation>末尾的 {bits} 位不足一个 {width} 位的元素</translation>
    </message>
    <message>
        <source>{bits} bits beyond the last place and no sticky bit</source>
        <translation>末位之后保留 {bits} 位，没有粘滞位</translation>
    </message>
    <message>
        <source>{b} is farther from zero</source>
        <translation>{b} 离零更远</translation>
    </message>
    <message>
        <source>{b} is nearer to zero</source>
        <translation>{b} 离零更近</translation>
    </message>
    <message>
        <source>{b} is the code of {a} read as one of {format}</source>
        <translation>{b} 是把 {a} 的编码当作 {format} 读出的数</translation>
    </message>
    <message>
        <source>{b} is the default NaN in the place of {a}</source>
        <translation>{b} 是取代 {a} 的默认 NaN</translation>
    </message>
    <message>
        <source>{b} is the integer nearest to {a}</source>
        <translation>{b} 是最接近 {a} 的整数</translation>
    </message>
    <message>
        <source>{b} is the largest number in the place of {a}: saturated</source>
        <translation>{b} 是取代 {a} 的最大数：饱和</translation>
    </message>
    <message>
        <source>{b} is the number of {a} by other rules: {rules}</source>
        <translation>{b} 是 {a} 的数按其他规则舍入：{rules}</translation>
    </message>
    <message>
        <source>{b} is {a} made quiet</source>
        <translation>{b} 是 {a} 转为静默</translation>
    </message>
    <message>
        <source>{b} is {a} printed with {count} significant decimals</source>
        <translation>{b} 是 {a} 以 {count} 位十进制有效数字打印再读回</translation>
    </message>
    <message>
        <source>{b} is {a} rounded to {format} and back, with subnormal results flushed</source>
        <translation>{b} 是 {a} 舍入到 {format} 再转回，非规格化结果置零</translation>
    </message>
    <message>
        <source>{b} is {a} rounded to {format} and back: {rules}</source>
        <translation>{b} 是 {a} 舍入到 {format} 再转回：{rules}</translation>
    </message>
    <message>
        <source>{b} is {a} shifted to the left, bits: {count}</source>
        <translation>{b} 是 {a} 左移 {count} 位</translation>
    </message>
    <message>
        <source>{b} is {a} shifted to the right, bits: {count}</source>
        <translation>{b} 是 {a} 右移 {count} 位</translation>
    </message>
    <message>
        <source>{b} is {a} to nearest with {count} significant bits</source>
        <translation>{b} 是 {a} 向最近舍入到 {count} 位有效位</translation>
    </message>
    <message>
        <source>{b} is {a} with all bits inverted</source>
        <translation>{b} 是 {a} 全部位取反</translation>
    </message>
    <message>
        <source>{b} is {a} with its bits in the other order</source>
        <translation>{b} 是 {a} 的位次序反转</translation>
    </message>
    <message>
        <source>{b} is {a} with its last bits cleared: {count}</source>
        <translation>{b} 是 {a} 的末 {count} 位清零</translation>
    </message>
    <message>
        <source>{b} is {a} with its {change}</source>
        <translation>{b} 是 {a} 的{change}</translation>
    </message>
    <message>
        <source>{b} is {a} with the other sign</source>
        <translation>{b} 是 {a} 变号</translation>
    </message>
    <message>
        <source>{b} is {a} without its fraction</source>
        <translation>{b} 是 {a} 去掉小数部分</translation>
    </message>
    <message>
        <source>{b} is {a} × {power}</source>
        <translation>{b} 是 {a} × {power}</translation>
    </message>
    <message>
        <source>{b} is {a}&apos;s neighbour above</source>
        <translation>{b} 是 {a} 上方的相邻值</translation>
    </message>
    <message>
        <source>{b} is {a}&apos;s neighbour below</source>
        <translation>{b} 是 {a} 下方的相邻值</translation>
    </message>
    <message>
        <source>{code} = {value}</source>
        <translation>{code} = {value}</translation>
    </message>
    <message>
        <source>{code} = {value}, {flags}</source>
        <translation>{code} = {value}，{flags}</translation>
    </message>
    <message>
        <source>{code} = {value}, {kind}</source>
        <translation>{code} = {value}，{kind}</translation>
    </message>
    <message>
        <source>{code} is no code of {format}</source>
        <translation>{code} 不是 {format} 的编码</translation>
    </message>
    <message>
        <source>{code}: {remark}.</source>
        <translation>{code}:{remark}。</translation>
    </message>
    <message>
        <source>{count} digits are worked out, {ones} of them ones.</source>
        <translation>共算出 {count} 位，其中 {ones} 位为 1。</translation>
    </message>
    <message>
        <source>{count} digits are worked out, {ones} of them ones; shown are the first {shown}.</source>
        <translation>共算出 {count} 位，其中 {ones} 位为 1；列出的是前 {shown} 个。</translation>
    </message>
    <message>
        <source>{count} digits need {needed} bits, and the literal says {bits}</source>
        <translation>{count} 个数字需要 {needed} 位，而字面量声明为 {bits} 位</translation>
    </message>
    <message>
        <source>{count} elements are too many to sort; at most {most}</source>
        <translation>{count} 个元素太多，无法排序；最多 {most} 个</translation>
    </message>
    <message>
        <source>{count} elements, of which the first {first} are shown</source>
        <translation>共 {count} 个元素，显示前 {first} 个</translation>
    </message>
    <message>
        <source>{count} of the {field}</source>
        <translation>{field} {count} 位</translation>
    </message>
    <message>
        <source>{count} ulps</source>
        <translation>{count} ulp</translation>
    </message>
    <message>
        <source>{curve}, {what}</source>
        <translation>{curve}，{what}</translation>
    </message>
    <message>
        <source>{differing} of {count} differ, {beyond} beyond {tolerance}</source>
        <translation>{count} 个中有 {differing} 个不同，{beyond} 个超出 {tolerance}</translation>
    </message>
    <message>
        <source>{distance} in {formats}</source>
        <translation>{formats} 中 {distance}</translation>
    </message>
    <message>
        <source>{distance} in {format}, the same code</source>
        <translation>{format} 中 {distance}，编码相同</translation>
    </message>
    <message>
        <source>{distance} in {format}, the same value</source>
        <translation>{format} 中 {distance}，数值相同</translation>
    </message>
    <message>
        <source>{distance} in {format}, {side}</source>
        <translation>{format} 中 {distance}，{side}</translation>
    </message>
    <message>
        <source>{expected} elements are expected, and there are {actual}</source>
        <translation>期望 {expected} 个元素，实际有 {actual} 个</translation>
    </message>
    <message>
        <source>{fields} is the code {code}, which stands for {value}.</source>
        <translation>{fields} 就是编码 {code}，表示 {value}。</translation>
    </message>
    <message>
        <source>{field}, a power of {radix}</source>
        <translation>{field},即 {radix} 的幂次</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>无法读取 {file}：{reason}</translation>
    </message>
    <message>
        <source>{file} has changed since it was read</source>
        <translation>{file} 自读取后已更改</translation>
    </message>
    <message>
        <source>{file} is not a scene: it is not text</source>
        <translation>{file} 不是场景：它不是文本</translation>
    </message>
    <message>
        <source>{file} is shorter now: {left} of {size} bytes are left; open it again</source>
        <translation>{file} 已变短：{size} 字节只剩 {left} 字节；请重新打开</translation>
    </message>
    <message>
        <source>{file} is too large a picture</source>
        <translation>{file} 太大，不作为图片读取</translation>
    </message>
    <message>
        <source>{file} is too large to be a scene</source>
        <translation>{file} 太大，不是场景</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}：{reason}</translation>
    </message>
    <message>
        <source>{flushed} flushed, {overflow} overflow</source>
        <translation>{flushed} 个变为零，{overflow} 个上溢</translation>
    </message>
    <message>
        <source>{format} = {value}</source>
        <translation>{format} = {value}</translation>
    </message>
    <message>
        <source>{format} accumulator</source>
        <translation>{format} 累加器</translation>
    </message>
    <message>
        <source>{format} adds {added} instead of {update}: an error of {error} in this step.</source>
        <translation>{format} 加上的是 {added} 而不是 {update}：这一步的误差是 {error}。</translation>
    </message>
    <message>
        <source>{format} does not fill whole bytes</source>
        <translation>{format} 不占整数个字节</translation>
    </message>
    <message>
        <source>{format} has its point there, whatever the number.</source>
        <translation>无论是什么数,{format} 的小数点都在那里。</translation>
    </message>
    <message>
        <source>{format} has neither signs nor zero, which gradients need</source>
        <translation>{format} 没有符号和零，而梯度需要它们</translation>
    </message>
    <message>
        <source>{format} has no -0: the zero loses its sign.</source>
        <translation>{format} 没有 -0：零失去符号。</translation>
    </message>
    <message>
        <source>{format} has no NaN: {code}, which no operation accepts, stands for it.</source>
        <translation>{format} 没有 NaN:用任何运算都不接受的 {code} 来代表它。</translation>
    </message>
    <message>
        <source>{format} has no sign: a negative number is invalid.</source>
        <translation>{format} 没有符号：负数无效。</translation>
    </message>
    <message>
        <source>{format} has no sign: the number becomes a zero.</source>
        <translation>{format} 没有符号:这个数变成零。</translation>
    </message>
    <message>
        <source>{format} has no such number under these rules: {value} stands for it.</source>
        <translation>在这些规则下 {format} 没有这样的数：由 {value} 代替。</translation>
    </message>
    <message>
        <source>{format} has no such result under these rules: {value} stands for it, and the operation is invalid.</source>
        <translation>在这些规则下 {format} 没有这样的结果：由 {value} 代替，操作无效。</translation>
    </message>
    <message>
        <source>{format} has no value from {low} to {high}</source>
        <translation>{format} 在 {low} 到 {high} 之间没有值</translation>
    </message>
    <message>
        <source>{format} has no zero for the first compensation</source>
        <translation>{format} 没有零，补偿无法取初值</translation>
    </message>
    <message>
        <source>{format} has no zero for the first moments</source>
        <translation>{format} 没有零，矩无法取初值</translation>
    </message>
    <message>
        <source>{format} has no zero to begin a sum with</source>
        <translation>{format} 没有零，无法开始求和</translation>
    </message>
    <message>
        <source>{format} has no zero: the operation is invalid.</source>
        <translation>{format} 没有零：操作无效。</translation>
    </message>
    <message>
        <source>{format} has no {whole}: the operation is invalid, and {value} stands for it.</source>
        <translation>{format} 中没有 {whole}：运算无效，以 {value} 代替。</translation>
    </message>
    <message>
        <source>{format} is no format of integers such as {usual}</source>
        <translation>{format} 不是 {usual} 那样的整数格式</translation>
    </message>
    <message>
        <source>{format} is {value}</source>
        <translation>{format} 为 {value}</translation>
    </message>
    <message>
        <source>{format} keeps a single place after the point.</source>
        <translation>{format} 在小数点后只保留一位。</translation>
    </message>
    <message>
        <source>{format} keeps no digit below 2^{place}.</source>
        <translation>{format} 不保留低于 2^{place} 的数字。</translation>
    </message>
    <message>
        <source>{format} keeps {places} places after the point.</source>
        <translation>{format} 在小数点后保留 {places} 位。</translation>
    </message>
    <message>
        <source>{format} loses nothing from {low} to {high}</source>
        <translation>{format} 从 {low} 到 {high} 没有损失</translation>
    </message>
    <message>
        <source>{format} master copy</source>
        <translation>{format} 权重备份</translation>
    </message>
    <message>
        <source>{format} overflows</source>
        <translation>{format} 上溢</translation>
    </message>
    <message>
        <source>{format} w - target</source>
        <translation>{format} w - 目标</translation>
    </message>
    <message>
        <source>{format} weight</source>
        <translation>{format} 权重</translation>
    </message>
    <message>
        <source>{format} with compensation</source>
        <translation>带补偿的 {format}</translation>
    </message>
    <message>
        <source>{format}, whose ulp there is {ulp}, rounds it to {after}.</source>
        <translation>{format} 在该处的 ulp 是 {ulp}，把它舍入为 {after}。</translation>
    </message>
    <message>
        <source>{format}: an unsigned format has no negative numbers to write</source>
        <translation>{format}：无符号格式没有负数可写</translation>
    </message>
    <message>
        <source>{format}: an unsigned format has no −0, so no NaN in its place</source>
        <translation>{format}：无符号格式没有 −0，也就没有代替它的 NaN</translation>
    </message>
    <message>
        <source>{format}: es must lie within 0 … {most}</source>
        <translation>{format}：es 应在 0 到 {most} 之间</translation>
    </message>
    <message>
        <source>{format}: it must have 2 to {most} bits</source>
        <translation>{format}：应有 2 到 {most} 位</translation>
    </message>
    <message>
        <source>{format}: it must have {least} to {most} bits, and has {count}</source>
        <translation>{format}：应有 {least} 到 {most} 位，而它有 {count} 位</translation>
    </message>
    <message>
        <source>{format}: its bits must be a multiple of 32, to {most}</source>
        <translation>{format}：位数应为 32 的倍数，至多 {most}</translation>
    </message>
    <message>
        <source>{format}: no code is left for a normal number</source>
        <translation>{format}：没有编码留给规格化数</translation>
    </message>
    <message>
        <source>{format}: P3109&apos;s names end in s or u, signed or not, and f or e, finite or extended, as in {example}</source>
        <translation>{format}：P3109 的名称以 s 或 u（有无符号）以及 f 或 e（有限或扩展）结尾，例如 {example}</translation>
    </message>
    <message>
        <source>{format}: scripts have no arithmetic for it</source>
        <translation>{format}：脚本中没有它的算术</translation>
    </message>
    <message>
        <source>{format}: the bias must lie within ±{most}</source>
        <translation>{format}：偏置应在 ±{most} 之内</translation>
    </message>
    <message>
        <source>{format}: the exponent must have 1 to {most} bits</source>
        <translation>{format}：指数应有 1 到 {most} 位</translation>
    </message>
    <message>
        <source>{format}: the fraction must have 0 to {most} bits</source>
        <translation>{format}：尾数应有 0 到 {most} 位</translation>
    </message>
    <message>
        <source>{format}: the point must stand within {most} digits</source>
        <translation>{format}：小数点离各位不得超过 {most} 位</translation>
    </message>
    <message>
        <source>{format}: trials need a signed format of at most 64 bits</source>
        <translation>{format}：试验需要不超过 64 位的有符号格式</translation>
    </message>
    <message>
        <source>{format}: without a fraction bit or subnormals, no code is zero</source>
        <translation>{format}：没有尾数位也没有次正规数，就没有表示零的编码</translation>
    </message>
    <message>
        <source>{format}: without a fraction bit, infinity and NaN would share a code</source>
        <translation>{format}：没有尾数位，无穷大和 NaN 会共用一个编码</translation>
    </message>
    <message>
        <source>{formula} ({remark})</source>
        <translation>{formula}（{remark}）</translation>
    </message>
    <message>
        <source>{function} compares the bits of {format}; rtol and atol can only be 0</source>
        <translation>{function} 对 {format} 逐位比较；rtol 和 atol 只能为 0</translation>
    </message>
    <message>
        <source>{function} has no tolerances for {format}; give rtol and atol</source>
        <translation>{function} 没有 {format} 的容差；请给出 rtol 和 atol</translation>
    </message>
    <message>
        <source>{function} takes rtol and atol together, or neither</source>
        <translation>{function} 须同时给出 rtol 和 atol，或都不给</translation>
    </message>
    <message>
        <source>{function}, rtol {rtol}, atol {atol}, {nans}</source>
        <translation>{function}，rtol {rtol}，atol {atol}，{nans}</translation>
    </message>
    <message>
        <source>{function}, which compares bits</source>
        <translation>{function}（逐位比较）</translation>
    </message>
    <message>
        <source>{held}, exact</source>
        <translation>{held}，精确</translation>
    </message>
    <message>
        <source>{held}, {ulps} ulp above the exact value</source>
        <translation>{held}，比精确值大 {ulps} ulp</translation>
    </message>
    <message>
        <source>{held}, {ulps} ulp below the exact value</source>
        <translation>{held}，比精确值小 {ulps} ulp</translation>
    </message>
    <message>
        <source>{kept}; best is {scale}: {why}</source>
        <translation>{kept}；最佳为 {scale}：{why}</translation>
    </message>
    <message>
        <source>{key} in {what} is unknown to this fpviz; a later one may have written it</source>
        <translation>本版 fpviz 不认识{what}中的 {key}；它可能由更新的版本写入</translation>
    </message>
    <message>
        <source>{key} of {panel}: {wrong}</source>
        <translation>{panel} 的 {key}：{wrong}</translation>
    </message>
    <message>
        <source>{key} of {what} is no number that it may be</source>
        <translation>{what}的 {key} 不是允许的数</translation>
    </message>
    <message>
        <source>{kind}, exact</source>
        <translation>{kind}，精确</translation>
    </message>
    <message>
        <source>{kind}, payload cut</source>
        <translation>{kind}，载荷被截短</translation>
    </message>
    <message>
        <source>{kind}, {flags}</source>
        <translation>{kind}，{flags}</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count}</translation>
    </message>
    <message>
        <source>{line} = {operation} is {value} here, where the exact value is finite</source>
        <translation>{line} = {operation} 在此处为 {value}，而精确值是有限的</translation>
    </message>
    <message>
        <source>{line} = {operation}: the error in ulps grows most here, to {ulps}</source>
        <translation>{line} = {operation}：以 ulp 计的误差在此处增长最多，达到 {ulps}</translation>
    </message>
    <message>
        <source>{lo} lies above {hi}: there is nothing to count</source>
        <translation>{lo} 大于 {hi}：没有可数的值</translation>
    </message>
    <message>
        <source>{mark}: another code than under the present rules.</source>
        <translation>{mark}：编码与当前规则下不同。</translation>
    </message>
    <message>
        <source>{mark}: the same code with other flags.</source>
        <translation>{mark}：编码相同，标志不同。</translation>
    </message>
    <message>
        <source>{names}, and {count} more</source>
        <translation>{names}，以及另外 {count} 种</translation>
    </message>
    <message>
        <source>{names}, but for the flags</source>
        <translation>{names}，但标志除外</translation>
    </message>
    <message>
        <source>{names}, or {count} more</source>
        <translation>{names}，或另外 {count} 种</translation>
    </message>
    <message>
        <source>{name} by {rules}</source>
        <translation>按{rules}成为 {name}</translation>
    </message>
    <message>
        <source>{name} has elements of {size} bits; {format} has {width}</source>
        <translation>{name} 的元素为 {size} 位；{format} 为 {width} 位</translation>
    </message>
    <message>
        <source>{name} has {count} members, counted from 0</source>
        <translation>{name} 有 {count} 个成员，从 0 数起</translation>
    </message>
    <message>
        <source>{name} is damaged</source>
        <translation>{name} 已损坏</translation>
    </message>
    <message>
        <source>{name} is infinite: so is the exact result.</source>
        <translation>{name} 是无穷大：精确的结果也是无穷大。</translation>
    </message>
    <message>
        <source>{name} is no list</source>
        <translation>{name} 不是列表</translation>
    </message>
    <message>
        <source>{name} is no name of a file beside it</source>
        <translation>{name} 不是旁边文件的名称</translation>
    </message>
    <message>
        <source>{name} is no name of a pin: it is one line, and not empty</source>
        <translation>{name} 不能作留存值的名称：须为非空的单行文本</translation>
    </message>
    <message>
        <source>{name} is no notation; there are {names}</source>
        <translation>{name} 不是一种写法；可用的有 {names}</translation>
    </message>
    <message>
        <source>{name} is no setting of a link; there are {names}</source>
        <translation>{name} 不是链接的设置；可用的有 {names}</translation>
    </message>
    <message>
        <source>{name} is no valid code: the operation is invalid.</source>
        <translation>{name} 不是有效的编码:运算无效。</translation>
    </message>
    <message>
        <source>{name} is not a number: neither is the exact result.</source>
        <translation>{name} 不是一个数：精确的结果也不是。</translation>
    </message>
    <message>
        <source>{name} is not a number: neither is the result, which is {code} for every NaN.</source>
        <translation>{name} 不是数，结果也不是：任何 NaN 都得 {code}。</translation>
    </message>
    <message>
        <source>{name} is not a number: neither is the result, which keeps as much of its sign and payload as {format} holds.</source>
        <translation>{name} 不是数：结果也不是数，其符号和负载按 {format} 能容纳的部分保留。</translation>
    </message>
    <message>
        <source>{name} is not a number: neither is the result.</source>
        <translation>{name} 不是数：结果也不是。</translation>
    </message>
    <message>
        <source>{name} is packed in a way that is not known</source>
        <translation>{name} 的压缩方式未知</translation>
    </message>
    <message>
        <source>{name} is rounded first: {text} into {format}</source>
        <translation>先舍入 {name}：{text} 转为 {format}</translation>
    </message>
    <message>
        <source>{name} is said twice</source>
        <translation>{name} 出现了两次</translation>
    </message>
    <message>
        <source>{name} is signalling: the operation is invalid.</source>
        <translation>{name} 是信令 NaN：操作无效。</translation>
    </message>
    <message>
        <source>{name} is subnormal: its digits move left by {places}, and its exponent falls from {old} to {new}.</source>
        <translation>{name} 是非规格化数：各位左移 {places} 位，指数由 {old} 降为 {new}。</translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: exponent field 0 means exponent {exponent} with the hidden bit 0, a subnormal number; value {value}.</source>
        <translation>{name} 是 {format} 的 {code}：阶码 0 表示指数 {exponent}、隐含位 0，是非规格化数；值为 {value}。</translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: exponent field all ones, fraction 0; value {value}.</source>
        <translation>{name} 是 {format} 的 {code}：阶码全为 1，尾数为 0；值为 {value}。</translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: exponent field and fraction are 0; value {value}.</source>
        <translation>{name} 是 {format} 的 {code}：阶码和尾数都是 0；值为 {value}。</translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: exponent field {field} - bias {bias} = {exponent}, hidden bit 1; value {value}.</source>
        <translation>{name} 是 {format} 的 {code}：阶码 {field} - 偏置 {bias} = {exponent}，隐含位 1；值为 {value}。</translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: no valid code, and not a number.</source>
        <translation>{name} 是 {format} 中的 {code}:不是有效的编码,也不是数。</translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: not a number, {value}.</source>
        <translation>{name} 是 {format} 的 {code}：不是数，{value}。</translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: value {value}.</source>
        <translation>{name} 是 {format} 中的 {code}:值为 {value}。</translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: {formula}; value {value}.</source>
        <translation>{name} 是 {format} 中的 {code}:{formula};值为 {value}。</translation>
    </message>
    <message>
        <source>{name} is {what}</source>
        <translation>{name}：{what}</translation>
    </message>
    <message>
        <source>{name} takes one list, or numbers</source>
        <translation>{name} 需要一个列表，或若干个数</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}：{reason}</translation>
    </message>
    <message>
        <source>{name}: {reason}. Shown is the last comparison that could be made.</source>
        <translation>{name}：{reason}。所示为上一次能作的比较。</translation>
    </message>
    <message>
        <source>{name}: {reason}. Shown is the last sheet that could be worked out.</source>
        <translation>{name}：{reason}。显示的是最近一次能算出的演算。</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}：{text}</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
    <message>
        <source>{neighbour}; a number between them becomes {becomes}</source>
        <translation>{neighbour}；两者之间的数{becomes}</translation>
    </message>
    <message>
        <source>{one}, or {other}</source>
        <translation>{one}，或 {other}</translation>
    </message>
    <message>
        <source>{operand}: {reason}</source>
        <translation>{operand}：{reason}</translation>
    </message>
    <message>
        <source>{operation} rounded to {format}</source>
        <translation>{operation}，舍入到 {format}</translation>
    </message>
    <message>
        <source>{other} in place of {operation}</source>
        <translation>误用 {other} 代替 {operation}</translation>
    </message>
    <message>
        <source>{outcome}: {percent}%</source>
        <translation>{outcome}：{percent}%</translation>
    </message>
    <message>
        <source>{parameter}: {message}</source>
        <translation>{parameter}：{message}</translation>
    </message>
    <message>
        <source>{parameter}: {reason}. Shown is the last run that could be made.</source>
        <translation>{parameter}：{reason}。显示的是最近一次能完成的运行。</translation>
    </message>
    <message>
        <source>{place} · {said}</source>
        <translation>{place} · {said}</translation>
    </message>
    <message>
        <source>{predicate} wants no {text}</source>
        <translation>“{predicate}”不接受 {text}</translation>
    </message>
    <message>
        <source>{predicate} wants {count} numbers</source>
        <translation>“{predicate}”需要 {count} 个数</translation>
    </message>
    <message>
        <source>{radix}^{power} is the least power of {format}: the first digit in base {radix} stays 0.</source>
        <translation>{radix}^{power} 是 {format} 的最小幂:{radix} 进制的首位数字保持为 0。</translation>
    </message>
    <message>
        <source>{read}, not read: {unread}</source>
        <translation>{read}，无法读取：{unread}</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{reason} {format} rounds back to {weight}, now and at every later step.</source>
        <translation>{reason}{format} 又舍入回 {weight}，这一步如此，以后每一步也如此。</translation>
    </message>
    <message>
        <source>{reason} {format} rounds back to {weight}.</source>
        <translation>{reason}{format} 又舍入回 {weight}。</translation>
    </message>
    <message>
        <source>{reason}. Shown is the last expression that could be evaluated.</source>
        <translation>{reason}。显示的是最后一个可求值的表达式。</translation>
    </message>
    <message>
        <source>{reason}. Shown is {text}.</source>
        <translation>{reason}。显示的是 {text}。</translation>
    </message>
    <message>
        <source>{root} and 01</source>
        <translation>{root} 后接 01</translation>
    </message>
    <message>
        <source>{rounding} with random bits {bits} of {width}</source>
        <translation>{rounding}，随机位为 {bits}（共 {width} 位）</translation>
    </message>
    <message>
        <source>{rounding} with {other}</source>
        <translation>{rounding}，并且 {other}</translation>
    </message>
    <message>
        <source>{rounding}, overflow {overflow}</source>
        <translation>{rounding}，上溢规则“{overflow}”</translation>
    </message>
    <message>
        <source>{rounding}, overflow {overflow}, subnormal results flushed</source>
        <translation>{rounding}，上溢规则“{overflow}”，非规格化的结果置零</translation>
    </message>
    <message>
        <source>{rounding}, overflow {overflow}, subnormals flushed to zero</source>
        <translation>{rounding}，上溢规则“{overflow}”，非规格化数置零</translation>
    </message>
    <message>
        <source>{rounding}: {note}</source>
        <translation>{rounding}：{note}</translation>
    </message>
    <message>
        <source>{rules}, subnormal operands zero</source>
        <translation>{rules}，非规格化操作数视为零</translation>
    </message>
    <message>
        <source>{said} (bits {places})</source>
        <translation>{said}（位 {places}）</translation>
    </message>
    <message>
        <source>{said} (flags {given}; right: {right})</source>
        <translation>{said}（标志：{given}；正确的是：{right}）</translation>
    </message>
    <message>
        <source>{said} {next}</source>
        <translation>{said}{next}</translation>
    </message>
    <message>
        <source>{said} · least {least}, greatest {greatest}, mean {mean}</source>
        <translation>{said} · 最小 {least}，最大 {greatest}，均值 {mean}</translation>
    </message>
    <message>
        <source>{said}, {next}</source>
        <translation>{said}、{next}</translation>
    </message>
    <message>
        <source>{said}; other lines with something unread: {count}</source>
        <translation>{said}；另有 {count} 行含未读入的内容</translation>
    </message>
    <message>
        <source>{said}; rounded</source>
        <translation>{said}；经过舍入</translation>
    </message>
    <message>
        <source>{said}; {next}</source>
        <translation>{said}；{next}</translation>
    </message>
    <message>
        <source>{said}; ∞ counts as one beyond the largest</source>
        <translation>{said}；∞ 算作最大数的下一个</translation>
    </message>
    <message>
        <source>{scaler} begins at {least} or above</source>
        <translation>{scaler} 的初值不小于 {least}</translation>
    </message>
    <message>
        <source>{scaler} takes whole numbers only</source>
        <translation>{scaler} 只接受整数</translation>
    </message>
    <message>
        <source>{sentence}; the tie itself goes away from zero</source>
        <translation>{sentence}；恰为平局时远离零舍入</translation>
    </message>
    <message>
        <source>{sentence}; the tie itself goes toward zero</source>
        <translation>{sentence}；恰为平局时向零舍入</translation>
    </message>
    <message>
        <source>{share} of the last place lies beyond the cut; with {draw} drawn at random that makes 1 or more: the last place grows by 1.</source>
        <translation>截断处之后为末位的 {share}；加上随机抽取的 {draw}，达到或超过 1：末位加 1。</translation>
    </message>
    <message>
        <source>{share} of the last place lies beyond the cut; with {draw} drawn at random that makes less than 1: the last place stays.</source>
        <translation>截断处之后为末位的 {share}；加上随机抽取的 {draw}，不到 1：末位不变。</translation>
    </message>
    <message>
        <source>{system}, {processor}, Qt platform {platform}, scale {scale}</source>
        <translation>{system}，{processor}，Qt 平台 {platform}，缩放 {scale}</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>{text}  ({remark})</source>
        <translation>{text}（{remark}）</translation>
    </message>
    <message>
        <source>{text} ({count} characters; &apos;fpviz trace --json&apos; prints all)</source>
        <translation>{text}（{count} 个字符；&apos;fpviz trace --json&apos; 打印全部）</translation>
    </message>
    <message>
        <source>{text} ({count} characters; --json prints all)</source>
        <translation>{text}（共 {count} 个字符；fpviz show --json 输出全部）</translation>
    </message>
    <message>
        <source>{text} ends before it begins</source>
        <translation>{text} 的终点在起点之前</translation>
    </message>
    <message>
        <source>{text} has bits that are not known</source>
        <translation>{text} 含有未知位</translation>
    </message>
    <message>
        <source>{text} has more than the {count} bits of {format}</source>
        <translation>{text} 超过了 {format} 的 {count} 位</translation>
    </message>
    <message>
        <source>{text} has no code of {format} in it: its fields have {widths} bits</source>
        <translation>{text} 中没有 {format} 的编码：它的各字段为 {widths} 位</translation>
    </message>
    <message>
        <source>{text} has no payload; type nan(0x123)</source>
        <translation>{text} 中没有负载；应输入 nan(0x123)</translation>
    </message>
    <message>
        <source>{text} has {count} characters; a pinned value has at most {most}</source>
        <translation>{text} 有 {count} 个字符；留存的数值最多 {most} 个</translation>
    </message>
    <message>
        <source>{text} has {count} characters; at most {most} are read</source>
        <translation>{text} 有 {count} 个字符；最多读取 {most} 个</translation>
    </message>
    <message>
        <source>{text} has {digits} digits, and a code of {format} has {wanted}</source>
        <translation>{text} 有 {digits} 位数字，而 {format} 的编码有 {wanted} 位</translation>
    </message>
    <message>
        <source>{text} has {size} bits, and {format} has {count}</source>
        <translation>{text} 有 {size} 位，而 {format} 有 {count} 位</translation>
    </message>
    <message>
        <source>{text} has {size} bits, and {format} has {count}; name its format: {example}</source>
        <translation>{text} 有 {size} 位，而 {format} 有 {count} 位；请写明它的格式：{example}</translation>
    </message>
    <message>
        <source>{text} in a link is not name=value, such as in=fp16</source>
        <translation>链接中的 {text} 不是“名称=值”，例如 in=fp16</translation>
    </message>
    <message>
        <source>{text} in a link is not {kind}=name=text, such as {kind}=A=0.1</source>
        <translation>链接中的 {text} 不是 {kind}=名称=文本，例如 {kind}=A=0.1</translation>
    </message>
    <message>
        <source>{text} is a code of {other}, and results are of {format}</source>
        <translation>{text} 是 {other} 的编码，而结果的格式是 {format}</translation>
    </message>
    <message>
        <source>{text} is a code; name its format before it, as in fp16:16&apos;h3c7c</source>
        <translation>{text} 是编码；应在前面写上它的格式，如 fp16:16&apos;h3c7c</translation>
    </message>
    <message>
        <source>{text} is a long double, which has 64, 80 or 128 bits; type it without {suffix}, or with f128</source>
        <translation>{text} 是 long double，可能为 64、80 或 128 位；请去掉 {suffix}，或改用 f128</translation>
    </message>
    <message>
        <source>{text} is beyond the last step, {last}</source>
        <translation>{text} 超出最后一步 {last}</translation>
    </message>
    <message>
        <source>{text} is decimal; experiments run in binary formats, such as fp16</source>
        <translation>{text} 是十进制格式；实验在二进制格式中进行，如 fp16</translation>
    </message>
    <message>
        <source>{text} is measured from an exact sum, and the run has none</source>
        <translation>{text} 以精确和为准，而该次运行没有精确和</translation>
    </message>
    <message>
        <source>{text} is neither on nor off</source>
        <translation>{text} 既不是 on 也不是 off</translation>
    </message>
    <message>
        <source>{text} is nested too deeply</source>
        <translation>{text} 嵌套太深</translation>
    </message>
    <message>
        <source>{text} is no learning rate; type 0.01 or 1e-3</source>
        <translation>{text} 不是学习率；请输入 0.01 或 1e-3</translation>
    </message>
    <message>
        <source>{text} is no line of operands and a result such as {examples}</source>
        <translation>{text} 不是操作数和结果行，例如 {examples}</translation>
    </message>
    <message>
        <source>{text} is no link of float.exposed: there 0x has 4, 8 or 16 digits, b0x has 4</source>
        <translation>{text} 不是 float.exposed 的链接：那里 0x 后有 4、8 或 16 位数字，b0x 后有 4 位</translation>
    </message>
    <message>
        <source>{text} is no link: one begins with fpviz:</source>
        <translation>{text} 不是链接：链接以 fpviz: 开头</translation>
    </message>
    <message>
        <source>{text} is no list of files with path and fingerprint</source>
        <translation>{text} 不是带有路径和指纹的文件列表</translation>
    </message>
    <message>
        <source>{text} is no name; type letters, digits and _</source>
        <translation>{text} 不是名称；请输入字母、数字和 _</translation>
    </message>
    <message>
        <source>{text} is no number</source>
        <translation>{text} 不是数</translation>
    </message>
    <message>
        <source>{text} is no number of ulps; type 0 or more</source>
        <translation>{text} 不是 ulp 的个数；请输入 0 或更大的整数</translation>
    </message>
    <message>
        <source>{text} is no place; type bytes such as 4 or 0x10, or 12 bits</source>
        <translation>{text} 不是位置；请输入字节数（如 4 或 0x10）或 12 bits</translation>
    </message>
    <message>
        <source>{text} is no signal; type {example}: start, length, @1 for Intel or @0 for Motorola, sign, factor and offset</source>
        <translation>{text} 不是信号；请输入如 {example}：起始位、长度、@1（Intel）或 @0（Motorola）、符号、系数和偏移</translation>
    </message>
    <message>
        <source>{text} is no text</source>
        <translation>{text} 不是文本</translation>
    </message>
    <message>
        <source>{text} is no tolerance; type 0 or more, such as 1e-5</source>
        <translation>{text} 不是容差；请输入不小于 0 的数，例如 1e-5</translation>
    </message>
    <message>
        <source>{text} is no tolerance; type a rule, one of {names}, and its numbers</source>
        <translation>{text} 不是容差；请输入规则（{names} 之一）及其数值</translation>
    </message>
    <message>
        <source>{text} is none of {names}</source>
        <translation>{text} 不在 {names} 之中</translation>
    </message>
    <message>
        <source>{text} is not a code of {format}; type {format}:0x… or {format}:0b…</source>
        <translation>{text} 不是 {format} 的编码；应输入 {format}:0x… 或 {format}:0b…</translation>
    </message>
    <message>
        <source>{text} is not a number of 32 bits such as 0x80000000</source>
        <translation>{text} 不是 0x80000000 这样的 32 位数</translation>
    </message>
    <message>
        <source>{text} is not a set of flags: bits in hexadecimal, inexact 1, underflow 2, overflow 4, division by zero 8, invalid 16, or their names, or none</source>
        <translation>{text} 不是一组标志：十六进制的位（不精确 1、下溢 2、上溢 4、除以零 8、无效 16），或它们的名称，或 none</translation>
    </message>
    <message>
        <source>{text} is not a whole number</source>
        <translation>{text} 不是整数</translation>
    </message>
    <message>
        <source>{text} is not complete</source>
        <translation>{text} 不完整</translation>
    </message>
    <message>
        <source>{text} is not finite; type a number</source>
        <translation>{text} 不是有限数；应输入一个数</translation>
    </message>
    <message>
        <source>{text} is not from {least} to {most}</source>
        <translation>{text} 不在 {least} 到 {most} 之间</translation>
    </message>
    <message>
        <source>{text} is not one of {accepted}</source>
        <translation>{text} 不在 {accepted} 之中</translation>
    </message>
    <message>
        <source>{text} is not one of {accepted}, or a name such as RNE or FE_UPWARD</source>
        <translation>{text} 不是 {accepted} 之一，也不是 RNE、FE_UPWARD 这样的名称</translation>
    </message>
    <message>
        <source>{text} is not one of {names}</source>
        <translation>{text} 不是下列之一：{names}</translation>
    </message>
    <message>
        <source>{text} is not texts by the names of variables</source>
        <translation>{text} 不是以变量名为键的文本</translation>
    </message>
    <message>
        <source>{text} is not the names of two formats</source>
        <translation>{text} 不是两个格式的名称</translation>
    </message>
    <message>
        <source>{text} is not three lines, one for each operand</source>
        <translation>{text} 不是三行（每个操作数一行）</translation>
    </message>
    <message>
        <source>{text} is not understood at {rest}; type {accepted}</source>
        <translation>{text} 在 {rest} 处无法理解；请输入{accepted}</translation>
    </message>
    <message>
        <source>{text} is not understood; type {accepted}</source>
        <translation>无法理解 {text}；可输入{accepted}</translation>
    </message>
    <message>
        <source>{text} is not {wanted}</source>
        <translation>{text} 不是{wanted}</translation>
    </message>
    <message>
        <source>{text} is too large or too small to be written out</source>
        <translation>{text} 太大或太小，无法写出</translation>
    </message>
    <message>
        <source>{text} is wider than a code of {format}, which has {width} bits</source>
        <translation>{text} 比 {format} 的编码（{width} 位）更宽</translation>
    </message>
    <message>
        <source>{text} is {what}</source>
        <translation>{text} {what}</translation>
    </message>
    <message>
        <source>{text} may be a number or a code of {format}: say which of them digits are</source>
        <translation>{text} 可能是数，也可能是 {format} 的编码：请说明数字是哪一种</translation>
    </message>
    <message>
        <source>{text} may be the number {number} or a code; type {number}, or the code with its format, such as fp16:0x3c00</source>
        <translation>{text} 可能是数 {number}，也可能是编码；请输入 {number}，或带格式的编码，如 fp16:0x3c00</translation>
    </message>
    <message>
        <source>{text} may be {first} or {second}; type {one} or {other}</source>
        <translation>{text} 可能是{first}，也可能是{second}；请输入 {one} 或 {other}</translation>
    </message>
    <message>
        <source>{text} may be {reading}; type {example}</source>
        <translation>{text} 可能是{reading}；请输入 {example}</translation>
    </message>
    <message>
        <source>{text} says two things: {code} of {format} is {value}, not {other}; type one of them</source>
        <translation>{text} 前后矛盾：{format} 的 {code} 是 {value}，而不是 {other}；请只输入其中之一</translation>
    </message>
    <message>
        <source>{text} shows none of the steps from 0 to {last}</source>
        <translation>{text} 中没有第 0 到 {last} 步中的任何一步</translation>
    </message>
    <message>
        <source>{text}: a constant that is no fraction; type the digits that are meant</source>
        <translation>{text}：不是分数的常数；请输入所指的数字</translation>
    </message>
    <message>
        <source>{text}: a list of {count} numbers; one is read at a time, such as {first}</source>
        <translation>{text}：{count} 个数的列表；一次只读一个，如 {first}</translation>
    </message>
    <message>
        <source>{text}: a power needs a finite base and exponent</source>
        <translation>{text}：乘方的底数和指数必须是有限数</translation>
    </message>
    <message>
        <source>{text}: an exponent must be a whole number</source>
        <translation>{text}：指数必须是整数</translation>
    </message>
    <message>
        <source>{text}: an expression, which is no literal; type {command}</source>
        <translation>{text}：这是表达式，不是字面量；请输入 {command}</translation>
    </message>
    <message>
        <source>{text}: name 1 to 12 formats, with commas between them</source>
        <translation>{text}：应写 1 到 12 个格式，用逗号隔开</translation>
    </message>
    <message>
        <source>{text}: type it in Expression (fpviz eval); here only +, −, *, / and ^ are worked out</source>
        <translation>{text}：请输入到“表达式”（fpviz eval）；这里只计算 +、−、*、/ 和 ^</translation>
    </message>
    <message>
        <source>{text}: {code} is a code of no format shown; type the one or the other</source>
        <translation>{text}：{code} 不是所示任何格式的编码；请只输入其中之一</translation>
    </message>
    <message>
        <source>{text}: {count} bytes, as x86 stores x87&apos;s numbers, with the low byte first and zeros behind; type them as one code: {code}</source>
        <translation>{text}：{count} 个字节，正如 x86 存放 x87 的数：低字节在前，后面补零；请写成一个编码：{code}</translation>
    </message>
    <message>
        <source>{text}: {count} bytes, which fit no format of the catalogue; type one code, such as fp16:0x3c00</source>
        <translation>{text}：{count} 个字节，目录中没有这么宽的格式；请输入一个编码，如 fp16:0x3c00</translation>
    </message>
    <message>
        <source>{text}: {count} bytes, whose order the text does not say; type them as one code: {big} if the high byte comes first, {little} if the low one does</source>
        <translation>{text}：{count} 个字节，顺序不明；请写成一个编码：高字节在前则为 {big}，低字节在前则为 {little}</translation>
    </message>
    <message>
        <source>{text}: {format} has {count} bits</source>
        <translation>{text}：{format} 有 {count} 位</translation>
    </message>
    <message>
        <source>{text}: {name} has no value; give it one, as in {name} = 0.5</source>
        <translation>{text}：{name} 没有值；请给它一个值，例如 {name} = 0.5</translation>
    </message>
    <message>
        <source>{text}: {reason}</source>
        <translation>{text}：{reason}</translation>
    </message>
    <message>
        <source>{told} Source: {source}.</source>
        <translation>{told}出处：{source}。</translation>
    </message>
    <message>
        <source>{typed} becomes {value} = {code}, an error of {error}</source>
        <translation>{typed} 变为 {value} = {code}，误差 {error}</translation>
    </message>
    <message>
        <source>{typed} is held exactly: {code}</source>
        <translation>{typed} 可精确表示：{code}</translation>
    </message>
    <message>
        <source>{typed} is out of range and becomes {value} = {code}</source>
        <translation>{typed} 超出范围，变为 {value} = {code}</translation>
    </message>
    <message>
        <source>{typed} underflows in {format}, whose least value is {least}: the {what} is 0 before anything is added.</source>
        <translation>{typed} 在 {format} 中下溢，它的最小值是 {least}：还没有相加，{what}就已经是 0。</translation>
    </message>
    <message>
        <source>{value} ({code})</source>
        <translation>{value} ({code})</translation>
    </message>
    <message>
        <source>{value} = {code}</source>
        <translation>{value} = {code}</translation>
    </message>
    <message>
        <source>{value} = {code}: it rounds its operands first</source>
        <translation>{value} = {code}：机器先舍入操作数</translation>
    </message>
    <message>
        <source>{value} by {rules}</source>
        <translation>按{rules}得 {value}</translation>
    </message>
    <message>
        <source>{value} has a single binary digit that is 1.</source>
        <translation>{value} 的二进制数字中只有一个 1。</translation>
    </message>
    <message>
        <source>{value} has the neighbours {below} and {above} in {format}.</source>
        <translation>{value} 在 {format} 中的相邻值是 {below} 和 {above}。</translation>
    </message>
    <message>
        <source>{value} has {count} binary digits from the first 1 to the last; {shown} are shown.</source>
        <translation>{value} 从第一个 1 到最后一个 1 共有 {count} 位二进制数字；显示 {shown} 位。</translation>
    </message>
    <message>
        <source>{value} has {shown} binary digits from the first 1 to the last.</source>
        <translation>{value} 从第一个 1 到最后一个 1 共有 {shown} 位二进制数字。</translation>
    </message>
    <message>
        <source>{value} is a value of {format}: {code}.</source>
        <translation>{value} 是 {format} 的一个值：{code}。</translation>
    </message>
    <message>
        <source>{value} is an integer.</source>
        <translation>{value} 是整数。</translation>
    </message>
    <message>
        <source>{value} is beyond {type}; the last value that fits is {last}</source>
        <translation>{value} 超出 {type}；放得下的最后一个值是 {last}</translation>
    </message>
    <message>
        <source>{value} lies beyond {end}, the last one of {format}.</source>
        <translation>{value} 超出了 {format} 的最后一个值 {end}。</translation>
    </message>
    <message>
        <source>{value} rounds to the integer {whole}: {rounding}.</source>
        <translation>{value} 舍入为整数 {whole}：{rounding}。</translation>
    </message>
    <message>
        <source>{value} {unit}</source>
        <translation>{value} {unit}</translation>
    </message>
    <message>
        <source>{value}, rounds to {held}</source>
        <translation>{value}，舍入为 {held}</translation>
    </message>
    <message>
        <source>{value}, whose rounding is not decided</source>
        <translation>{value}，其舍入未能判定</translation>
    </message>
    <message>
        <source>{value}, {distance} away, {ulps} ulp</source>
        <translation>{value}，相距 {distance}，即 {ulps} ulp</translation>
    </message>
    <message>
        <source>{value}, {meaning}</source>
        <translation>{value}，{meaning}</translation>
    </message>
    <message>
        <source>{weight} + {g}</source>
        <translation>{weight} + {g}</translation>
    </message>
    <message>
        <source>{weight} and {gradient} are not of one shape and order</source>
        <translation>{weight} 与 {gradient} 的形状或存储顺序不同</translation>
    </message>
    <message>
        <source>{weight} weight, {gradient} gradient</source>
        <translation>{weight} 权重，{gradient} 梯度</translation>
    </message>
    <message>
        <source>{what} has no {key}, or a wrong one</source>
        <translation>{what}缺少 {key} 或其值有误</translation>
    </message>
    <message>
        <source>{what} into {format}</source>
        <translation>{what}，结果格式 {format}</translation>
    </message>
    <message>
        <source>{what} is no object</source>
        <translation>{what}不是对象</translation>
    </message>
    <message>
        <source>{what} of {text} is infinite in {format}</source>
        <translation>{what} {text} 在 {format} 中是无穷大</translation>
    </message>
    <message>
        <source>{what} of {text} is NaN in {format}</source>
        <translation>{what} {text} 在 {format} 中是 NaN</translation>
    </message>
    <message>
        <source>{whose}: {said}</source>
        <translation>{whose}：{said}</translation>
    </message>
    <message>
        <source>{why}; the search went on from the other end</source>
        <translation>{why}；查找已从另一端继续</translation>
    </message>
    <message>
        <source>{word} is less than a word of {bits} bits</source>
        <translation>{word} 不足一个 {bits} 位的字</translation>
    </message>
    <message>
        <source>{work} = {value}, exactly.</source>
        <translation>{work} = {value},精确成立。</translation>
    </message>
    <message>
        <source>{work} = {value}: its digits never end.</source>
        <translation>{work} = {value}：各位数字永无止境。</translation>
    </message>
    <message>
        <source>{work} divides by zero: the exact result is infinite.</source>
        <translation>{work} 除以零：精确结果为无穷大。</translation>
    </message>
    <message>
        <source>{work} does not hold: 0.</source>
        <translation>{work} 不成立：0。</translation>
    </message>
    <message>
        <source>{work} has no value: the operation is invalid.</source>
        <translation>{work} 没有值：运算无效。</translation>
    </message>
    <message>
        <source>{work} holds: 1.</source>
        <translation>{work} 成立：1。</translation>
    </message>
    <message>
        <source>{work} is about {value}, beyond the reach of all formats.</source>
        <translation>{work} 约为 {value}，超出所有格式的范围。</translation>
    </message>
    <message>
        <source>{work} is infinite.</source>
        <translation>{work} 为无穷大。</translation>
    </message>
    <message>
        <source>{x}: normal; a single significant bit</source>
        <translation>{x}：规格化数；有效位只有 1 位</translation>
    </message>
    <message>
        <source>{x}: normal; up to {p} significant bits</source>
        <translation>{x}：规格化数；有效位最多 {p} 位</translation>
    </message>
    <message>
        <source>{x}: normal; {p} significant bits</source>
        <translation>{x}：规格化数；有效位 {p} 位</translation>
    </message>
    <message>
        <source>{x}: normal; {p} significant digits</source>
        <translation>{x}：规格化数；{p} 位有效数字</translation>
    </message>
    <message>
        <source>{x}: overflow; delivers {value}</source>
        <translation>{x}：上溢；给出 {value}</translation>
    </message>
    <message>
        <source>{x}: overflow; wraps around</source>
        <translation>{x}：上溢；回绕</translation>
    </message>
    <message>
        <source>{x}: rounds away from zero to the smallest value, {value}</source>
        <translation>{x}：远离零舍入为最小值 {value}</translation>
    </message>
    <message>
        <source>{x}: rounds to {value}</source>
        <translation>{x}：舍入为 {value}</translation>
    </message>
    <message>
        <source>{x}: rounds toward zero to the largest value, {value}</source>
        <translation>{x}：向零舍入为最大值 {value}</translation>
    </message>
    <message>
        <source>{x}: subnormal; a single significant bit</source>
        <translation>{x}：非规格化数；有效位只有 1 位</translation>
    </message>
    <message>
        <source>{x}: subnormal; fewer than {p} significant bits, the fewer the smaller</source>
        <translation>{x}：非规格化数；有效位少于 {p} 位，数越小，有效位越少</translation>
    </message>
    <message>
        <source>{x}: subnormal; fewer than {p} significant digits, the fewer the smaller</source>
        <translation>{x}：非规格化数；有效数字少于 {p} 位，数越小越少</translation>
    </message>
    <message>
        <source>{x}: within the range; values are {ulp} apart</source>
        <translation>{x}：在范围之内；相邻值相距 {ulp}</translation>
    </message>
    <message>
        <source>{x}: zero, held exactly</source>
        <translation>{x}：零，精确表示</translation>
    </message>
    <message>
        <source>{x}: {format} has no such number; delivers {value}</source>
        <translation>{x}：{format} 没有这样的数；给出 {value}</translation>
    </message>
    <message>
        <source>{x}: {format} has no such number; it wraps around</source>
        <translation>{x}：{format} 没有这样的数；回绕</translation>
    </message>
    <message>
        <source>{zero} is zero: the exact sum is {other}.</source>
        <translation>{zero} 是零：精确的和就是 {other}。</translation>
    </message>
    <message>
        <source>{zero} is zero: the sign of {other} decides.</source>
        <translation>{zero} 是零：由 {other} 的符号决定。</translation>
    </message>
    <message>
        <source>|g| over the ulp of w₀</source>
        <translation>|g| 与 w₀ 的 ulp 之比</translation>
    </message>
    <message>
        <source>|w₀| over |g|</source>
        <translation>|w₀| 与 |g| 之比</translation>
    </message>
    <message>
        <source>−0</source>
        <translation>−0</translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message>
        <source>No picture is made of what is old: {0}</source>
        <translation>不为过时的内容生成图片：{0}</translation>
    </message>
    <message>
        <source>Picture of the window copied</source>
        <translation>窗口的图片已复制</translation>
    </message>
    <message>
        <source>Picture of “{0}” copied</source>
        <translation>“{0}”的图片已复制</translation>
    </message>
    <message>
        <source>Picture written to {0}</source>
        <translation>图片已写入 {0}</translation>
    </message>
    <message>
        <source>The picture was not written</source>
        <translation>图片未能写入</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>exact in</source>
        <translation>精确于</translation>
    </message>
    <message>
        <source>exact in: {0}</source>
        <translation>精确于：{0}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>none shown</source>
        <translation>所示格式均否</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>留存值</translation>
    </message>
    <message>
        <source>rounded: {0}</source>
        <translation>舍入为：{0}</translation>
    </message>
    <message>
        <source>source</source>
        <translation>源数</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>PinsPanel</name>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>copy the rows</source>
        <translation>复制所选各行</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Markdown (*.md)</source>
        <translation>CSV (*.csv);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>Ctrl+D keeps the value here, with a name and a note.</source>
        <translation>按 Ctrl+D 将数值留存于此，并可加名称和备注。</translation>
    </message>
    <message>
        <source>edit the name or the note</source>
        <translation>编辑名称或备注</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Forget the value</source>
        <translation>清除此值</translation>
    </message>
    <message>
        <source>Keep the value (Ctrl+D)</source>
        <translation>留存此值 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Make it the source</source>
        <translation>设为源数</translation>
    </message>
    <message>
        <source>make the value the source</source>
        <translation>将该值设为源数</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>move the pin up, down</source>
        <translation>上移、下移留存值</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Not saved: {0}</source>
        <translation>未保存：{0}</translation>
    </message>
    <message>
        <source>Open in Steps</source>
        <translation>在“演算步骤”中打开</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>Pin the value</source>
        <translation>留存此值</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Recent values</source>
        <translation>最近的值</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>remove the pin, or the recent value</source>
        <translation>移除留存值或最近的值</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rows copied</source>
        <translation>各行已复制</translation>
    </message>
    <message>
        <source>Save as CSV or Markdown…</source>
        <translation>保存为 CSV 或 Markdown…</translation>
    </message>
    <message>
        <source>Save pins</source>
        <translation>保存留存值</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Take the selected rows away, or all</source>
        <translation>导出所选各行或全部</translation>
    </message>
    <message>
        <source>values with names and notes; they travel in scenes and links</source>
        <translation>带名称和备注的数值；随场景和链接保存</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Drop the runs kept</source>
        <translation>去掉保留的运行</translation>
    </message>
    <message>
        <source>Fit (double click)</source>
        <translation>适应大小（双击）</translation>
    </message>
    <message>
        <source>Keep this run for comparison</source>
        <translation>保留这次运行以作比较</translation>
    </message>
    <message>
        <source>Logarithmic steps</source>
        <translation>步数取对数</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>值取对数</translation>
    </message>
    <message>
        <source>Show errors</source>
        <translation>显示误差</translation>
    </message>
    <message>
        <source>Show errors in ulps</source>
        <translation>显示以 ulp 计的误差</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>显示值</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReadoutsView</name>
    <message>
        <source>Copy all results as a table</source>
        <translation>以表格复制所有结果</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>复制所选文本</translation>
    </message>
    <message>
        <source>Copy the whole value</source>
        <translation>复制完整的值</translation>
    </message>
    <message>
        <source>Results of the run</source>
        <translation>实验的结果</translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation>舍入到 {0}</translation>
    </message>
    <message>
        <source>What is rounded</source>
        <translation>舍入了什么</translation>
    </message>
    <message>
        <source>Who computes so</source>
        <translation>谁这样计算</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>All as it is written again</source>
        <translation>全部恢复为原内容</translation>
    </message>
    <message>
        <source>As it is written again</source>
        <translation>恢复为原内容</translation>
    </message>
    <message>
        <source>Copy the rows ({0})</source>
        <translation>复制行（{0}）</translation>
    </message>
    <message>
        <source>Rows copied: {0}</source>
        <translation>已复制行数：{0}</translation>
    </message>
    <message>
        <source>Type another value or code (F2)</source>
        <translation>输入另一个值或编码 (F2)</translation>
    </message>
    <message>
        <source>{0} rows are too many to copy; they can be exported</source>
        <translation>{0} 行太多，无法复制；可以导出</translation>
    </message>
</context>
<context>
    <name>RuleTableView</name>
    <message>
        <source>All rules at once</source>
        <translation>全部规则一览</translation>
    </message>
    <message>
        <source>Click to work by these rules</source>
        <translation>点击即按这些规则计算</translation>
    </message>
</context>
<context>
    <name>RulesMenu</name>
    <message>
        <source>All rules as on</source>
        <translation>全部规则同</translation>
    </message>
    <message>
        <source>Tiny results are looked for</source>
        <translation>何时判断结果极小</translation>
    </message>
    <message>
        <source>Which NaN results</source>
        <translation>结果取哪个 NaN</translation>
    </message>
</context>
<context>
    <name>RunForm</name>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Start the run from the source; it does not follow it</source>
        <translation>让运行从源数出发；运行不会跟着源数变</translation>
    </message>
    <message>
        <source>use the source as w₀</source>
        <translation>把源数用作 w₀</translation>
    </message>
</context>
<context>
    <name>RunPlot</name>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>error in ulps</source>
        <translation>以 ulp 计的误差</translation>
    </message>
    <message>
        <source>thinned: zoom in for every step</source>
        <translation>已抽稀：放大可见每一步</translation>
    </message>
    <message>
        <source>{0} ulp</source>
        <translation>{0} ulp</translation>
    </message>
</context>
<context>
    <name>SaidLine</name>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Scale</source>
        <translation>缩放系数</translation>
    </message>
</context>
<context>
    <name>SceneFiles</name>
    <message>
        <source>fpviz scenes</source>
        <translation>fpviz 场景</translation>
    </message>
    <message>
        <source>Saved is what held before what is refused: {0}</source>
        <translation>保存的是被拒绝的内容之前的状态：{0}</translation>
    </message>
    <message>
        <source>Saved without the dump: {0}</source>
        <translation>已保存，但不含转储：{0}</translation>
    </message>
    <message>
        <source>Scenes and pictures of fpviz</source>
        <translation>fpviz 的场景和图片</translation>
    </message>
    <message>
        <source>The scene was not opened</source>
        <translation>场景未能打开</translation>
    </message>
    <message>
        <source>The scene was not saved</source>
        <translation>场景未能保存</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>A value such as 0.1, a code such as 0x7e00; empty: NaN, ∞ and jumps in size</source>
        <translation>值（如 0.1）或编码（如 0x7e00）；留空则查找 NaN、∞ 和大小突变</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>An address such as 0x40, or an element&apos;s number: #12</source>
        <translation>地址（如 0x40）或元素编号：#12</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find elements</source>
        <translation>查找元素</translation>
    </message>
    <message>
        <source>Find the next one (F3)</source>
        <translation>查找下一个 (F3)</translation>
    </message>
    <message>
        <source>Find the previous one (Shift+F3)</source>
        <translation>查找上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>from to</source>
        <translation>起 止</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to an address, or to an element</source>
        <translation>转到地址或元素</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show: {0}</source>
        <translation>显示：{0}</translation>
    </message>
    <message>
        <source>what sticks out</source>
        <translation>异常元素</translation>
    </message>
    <message>
        <source>What the filter is to know</source>
        <translation>筛选条件所需的数</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Worked sheet</source>
        <translation>演算步骤</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>查找按键或其作用</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>按键及其作用</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>SpacingPlot</name>
    <message>
        <source>Copied what is in view</source>
        <translation>已复制视图中的内容</translation>
    </message>
    <message>
        <source>Copy as a sentence</source>
        <translation>复制为一句话</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>largest ulp</source>
        <translation>最大 ulp</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>上溢</translation>
    </message>
    <message>
        <source>relative spacing</source>
        <translation>相对间距</translation>
    </message>
    <message>
        <source>relative spacing, ulp(x) / |x|</source>
        <translation>相对间距 ulp(x) / |x|</translation>
    </message>
    <message>
        <source>Show every format</source>
        <translation>显示所有格式</translation>
    </message>
    <message>
        <source>Show the active format</source>
        <translation>显示当前格式</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>smallest normal</source>
        <translation>最小规格化数</translation>
    </message>
    <message>
        <source>smallest ulp</source>
        <translation>最小 ulp</translation>
    </message>
    <message>
        <source>Spacing of the values</source>
        <translation>值的间距</translation>
    </message>
    <message>
        <source>spacing of the values, ulp(x), against |x|</source>
        <translation>值的间距 ulp(x) 随 |x| 的变化</translation>
    </message>
    <message>
        <source>Spacing of values from {lo} to {hi}</source>
        <translation>从 {lo} 到 {hi} 的值的间距</translation>
    </message>
    <message>
        <source>steps narrower than pixels: drawn as slopes</source>
        <translation>台阶比像素还窄：画成斜线</translation>
    </message>
    <message>
        <source>zero limit</source>
        <translation>归零界限</translation>
    </message>
    <message>
        <source>{facts}.</source>
        <translation>{facts}。</translation>
    </message>
    <message>
        <source>{format} from {lo} to {hi}: ulp {ulp}</source>
        <translation>{format} 从 {lo} 到 {hi}：ulp {ulp}</translation>
    </message>
    <message>
        <source>{format} has no value here</source>
        <translation>{format} 在此没有值</translation>
    </message>
    <message>
        <source>{format} has no value of that size</source>
        <translation>{format} 没有这样大小的值</translation>
    </message>
    <message>
        <source>{format} has ulp {ulp} at the value</source>
        <translation>{format} 在该值处的 ulp 是 {ulp}</translation>
    </message>
    <message>
        <source>{format} overflows here</source>
        <translation>{format} 在此上溢</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>overflow {0}</source>
        <translation>上溢 {0}</translation>
    </message>
    <message>
        <source>subnormal operands zero</source>
        <translation>非规格化操作数按零计</translation>
    </message>
    <message>
        <source>subnormals flushed</source>
        <translation>非规格化数置零</translation>
    </message>
</context>
<context>
    <name>StepEntry</name>
    <message>
        <source>A step is a whole number from {0} to {1}.</source>
        <translation>步数是 {0} 到 {1} 的整数。</translation>
    </message>
    <message>
        <source>A step such as 1e12, 10^6 or 2^20 + 1</source>
        <translation>步数，如 1e12、10^6 或 2^20 + 1</translation>
    </message>
    <message>
        <source>Go to step</source>
        <translation>转到步</translation>
    </message>
    <message>
        <source>{0} … {1}</source>
        <translation>{0} … {1}</translation>
    </message>
</context>
<context>
    <name>StepTable</name>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Copy the rows in view</source>
        <translation>复制视图中的行</translation>
    </message>
    <message>
        <source>Copy the selected rows ({0})</source>
        <translation>复制所选的行（{0}）</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Scroll through the steps</source>
        <translation>滚动各步</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>实验的各步</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>{0} rows are too many to copy; {1} can be</source>
        <translation>{0} 行太多，无法复制；最多 {1} 行</translation>
    </message>
</context>
<context>
    <name>StepWindow</name>
    <message>
        <source>{0}, code</source>
        <translation>{0}，编码</translation>
    </message>
    <message>
        <source>{0}, {1} {2}</source>
        <translation>{0}，{1} {2}</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>A value, or a code with its format: fp16:0x3c80. Empty: the source.</source>
        <translation>一个值，或带格式的编码：fp16:0x3c80。留空则取源数。</translation>
    </message>
    <message>
        <source>Add the update to the weight at the step looked at</source>
        <translation>把所看那一步的更新量加到权重上</translation>
    </message>
    <message>
        <source>all rules</source>
        <translation>全部规则</translation>
    </message>
    <message>
        <source>all rules: work by those of the cell</source>
        <translation>全部规则：按该单元格的规则计算</translation>
    </message>
    <message>
        <source>as CSV</source>
        <translation>作为 CSV</translation>
    </message>
    <message>
        <source>as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
    <message>
        <source>as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the sheet or the table</source>
        <translation>复制演算或表格</translation>
    </message>
    <message>
        <source>Make the result the source: every panel shows it</source>
        <translation>把结果作为源数：各面板随之显示</translation>
    </message>
    <message>
        <source>Make {0} the source</source>
        <translation>以 {0} 为源数</translation>
    </message>
    <message>
        <source>Next step (Down)</source>
        <translation>下一步（下箭头）</translation>
    </message>
    <message>
        <source>Nothing is rounded at this step of this curve</source>
        <translation>这条曲线的这一步没有舍入</translation>
    </message>
    <message>
        <source>Operands in</source>
        <translation>操作数格式</translation>
    </message>
    <message>
        <source>Previous step (Up)</source>
        <translation>上一步（上箭头）</translation>
    </message>
    <message>
        <source>Result in</source>
        <translation>结果格式</translation>
    </message>
    <message>
        <source>round the source</source>
        <translation>舍入源数</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>演算</translation>
    </message>
    <message>
        <source>Sheet copied</source>
        <translation>演算已复制</translation>
    </message>
    <message>
        <source>Table copied</source>
        <translation>已复制表格</translation>
    </message>
    <message>
        <source>take w + g of the run</source>
        <translation>取实验的 w + g</translation>
    </message>
    <message>
        <source>the active format</source>
        <translation>当前格式</translation>
    </message>
    <message>
        <source>The result under every rule</source>
        <translation>各种规则下的结果</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>源数</translation>
    </message>
    <message>
        <source>to the first and the last step</source>
        <translation>到第一步、最后一步</translation>
    </message>
    <message>
        <source>to the step before, after</source>
        <translation>到上一步、下一步</translation>
    </message>
    <message>
        <source>use the result</source>
        <translation>把结果用作源数</translation>
    </message>
    <message>
        <source>What is shown of the operation</source>
        <translation>显示运算的哪一方面</translation>
    </message>
    <message>
        <source>Work by these rules</source>
        <translation>按这些规则计算</translation>
    </message>
    <message>
        <source>Work out</source>
        <translation>演算</translation>
    </message>
    <message>
        <source>Worked out step by step</source>
        <translation>逐步演算</translation>
    </message>
    <message>
        <source>{0}, result {1}</source>
        <translation>{0}，结果为 {1}</translation>
    </message>
</context>
<context>
    <name>SwallowedPanel</name>
    <message>
        <source>A weight and its gradient are found by their names, as w and g_w.</source>
        <translation>权重和它的梯度按名称配对，例如 w 和 g_w。</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>FP32 master</source>
        <translation>FP32 主副本</translation>
    </message>
    <message>
        <source>Gradients are in the format; weights have a copy in FP32</source>
        <translation>梯度用该格式；权重另有 FP32 副本</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>lr</source>
        <translation>lr</translation>
    </message>
    <message>
        <source>not counted in this format</source>
        <translation>此格式不作统计</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>swallowed</source>
        <translation>被吞没</translation>
    </message>
    <message>
        <source>Swallowed updates</source>
        <translation>被吞没的更新</translation>
    </message>
    <message>
        <source>Swallowed: not zero, and too small to change the code of the weight. Shares are of the updates that are not zero.</source>
        <translation>被吞没：不为零，却太小，不足以改变权重的编码。比例是相对于非零更新而言。</translation>
    </message>
    <message>
        <source>The learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Type the learning rate: the file does not say it.</source>
        <translation>请输入学习率：文件中没有写明。</translation>
    </message>
    <message>
        <source>Weights and gradients are kept in the format</source>
        <translation>权重和梯度都用该格式</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{0} 由 {1} 更新</translation>
    </message>
    <message>
        <source>{0} swallowed, {1} moved, {2} zero updates</source>
        <translation>{0} 个被吞没，{1} 个移动，{2} 个更新为零</translation>
    </message>
</context>
<context>
    <name>SweepPlot</name>
    <message>
        <source>Errors over the values of the variable</source>
        <translation>变量各值处的误差</translation>
    </message>
    <message>
        <source>{0}: off by {1} ulp; click to see why</source>
        <translation>{0}：误差 {1} ulp；点击查看原因</translation>
    </message>
</context>
<context>
    <name>SyntaxBox</name>
    <message>
        <source>What the text may be, the likeliest first</source>
        <translation>文本可能的语法，最可能的在前</translation>
    </message>
</context>
<context>
    <name>TableSearch</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>TensorList</name>
    <message>
        <source>exponents</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>TensorsPanel</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>go to the next tensor</source>
        <translation>转到下一个张量</translation>
    </message>
    <message>
        <source>name or pattern, such as *.weight</source>
        <translation>名称或模式，例如 *.weight</translation>
    </message>
    <message>
        <source>Open a folder of tensors</source>
        <translation>打开张量文件夹</translation>
    </message>
    <message>
        <source>Open tensors</source>
        <translation>打开张量</translation>
    </message>
    <message>
        <source>open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Read files of tensors, or a folder of them</source>
        <translation>读取张量文件，或其所在文件夹</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
    </message>
    <message>
        <source>Search tensors</source>
        <translation>搜索张量</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} 个文件</translation>
    </message>
    <message>
        <source>{0} numbers</source>
        <translation>{0} 个数</translation>
    </message>
    <message>
        <source>{0} tensors</source>
        <translation>{0} 个张量</translation>
    </message>
</context>
<context>
    <name>TextSize</name>
    <message>
        <source>Text size {0} %</source>
        <translation>文字大小 {0} %</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
</context>
<context>
    <name>UpdatesPanel</name>
    <message>
        <source>Axes, curves, runs for comparison</source>
        <translation>坐标轴、曲线、用于比较的运行</translation>
    </message>
    <message>
        <source>Curves over the steps</source>
        <translation>曲线随步数的变化</translation>
    </message>
    <message>
        <source>defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Every step in a row</source>
        <translation>每步一行</translation>
    </message>
    <message>
        <source>How the run is shown</source>
        <translation>实验的显示方式</translation>
    </message>
    <message>
        <source>in ulps</source>
        <translation>以 ulp 计</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>plot</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>Plot of the run</source>
        <translation>实验的曲线图</translation>
    </message>
    <message>
        <source>plot: closer, farther</source>
        <translation>曲线图：放大、缩小</translation>
    </message>
    <message>
        <source>plot: ten steps; table: a page</source>
        <translation>曲线图：十步；表格：一页</translation>
    </message>
    <message>
        <source>plot: to the next step</source>
        <translation>曲线图：到下一步</translation>
    </message>
    <message>
        <source>results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>table and results: copy</source>
        <translation>表格和结果：复制</translation>
    </message>
    <message>
        <source>table: look at the step</source>
        <translation>表格：查看这一步</translation>
    </message>
    <message>
        <source>table: select steps</source>
        <translation>表格：选择若干步</translation>
    </message>
    <message>
        <source>table: to the next step</source>
        <translation>表格：到下一步</translation>
    </message>
    <message>
        <source>The error in ulps of each weight</source>
        <translation>误差相当于各权重的多少 ulp</translation>
    </message>
    <message>
        <source>The weights minus the exact sum</source>
        <translation>权重减去精确和</translation>
    </message>
    <message>
        <source>The weights themselves</source>
        <translation>权重本身</translation>
    </message>
    <message>
        <source>to the first and the last step</source>
        <translation>到第一步、最后一步</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What came out, and what was rounded</source>
        <translation>得到了什么，舍入了什么</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>曲线显示什么</translation>
    </message>
    <message>
        <source>{0} {1}: {2}</source>
        <translation>{0} {1}：{2}</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>ValueBar</name>
    <message>
        <source>&amp;Rounding</source>
        <translation>舍入(&amp;R)</translation>
    </message>
    <message>
        <source>A result that would be subnormal becomes zero</source>
        <translation>本应是非规格化数的结果变为零</translation>
    </message>
    <message>
        <source>As on</source>
        <translation>同机器</translation>
    </message>
    <message>
        <source>back to the value before</source>
        <translation>回到之前的值</translation>
    </message>
    <message>
        <source>DAZ</source>
        <translation>DAZ</translation>
    </message>
    <message>
        <source>Denormals are zeros: a subnormal code counts as a zero where an operation reads it, and to convert it into another format is one</source>
        <translation>非规格化数即零（denormals are zeros）：运算读取非规格化的编码时，把它当作零；转换到别的格式也是一种运算</translation>
    </message>
    <message>
        <source>draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>element {0} of the bench, {1} of {2}</source>
        <translation>工作台的元素 {0}，{2} 的编码 {1}</translation>
    </message>
    <message>
        <source>every format shown holds it exactly</source>
        <translation>显示的格式都能精确表示</translation>
    </message>
    <message>
        <source>exact fraction kept</source>
        <translation>保留精确分数</translation>
    </message>
    <message>
        <source>exact in {0}</source>
        <translation>{0} 精确</translation>
    </message>
    <message>
        <source>exact integer kept</source>
        <translation>保留精确整数</translation>
    </message>
    <message>
        <source>exact value kept · 1 decimal</source>
        <translation>保留精确值 · 1 位小数</translation>
    </message>
    <message>
        <source>exact value kept · {0} decimals</source>
        <translation>保留精确值 · {0} 位小数</translation>
    </message>
    <message>
        <source>exact, rounded once · see Expression: step by step {0} gets {1}</source>
        <translation>精确值只舍入一次 · 见“表达式”：逐步舍入时 {0} 得 {1}</translation>
    </message>
    <message>
        <source>Flush subnormals</source>
        <translation>非规格化数置零</translation>
    </message>
    <message>
        <source>FTZ</source>
        <translation>FTZ</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>无穷大</translation>
    </message>
    <message>
        <source>no format shown holds it exactly</source>
        <translation>显示的格式都不能精确表示</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>非数（NaN）</translation>
    </message>
    <message>
        <source>Overflo&amp;w</source>
        <translation>上溢(&amp;W)</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>上溢</translation>
    </message>
    <message>
        <source>Round with other random bits</source>
        <translation>用另外的随机位舍入</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>take the next reading of a text that has several</source>
        <translation>文本有多种读法时，取下一种</translation>
    </message>
    <message>
        <source>the code {0} of {1}</source>
        <translation>{1} 的编码 {0}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>{0} · flushed by DAZ elsewhere</source>
        <translation>{0} · 在其他格式中被 DAZ 置零</translation>
    </message>
</context>
<context>
    <name>ValueEntry</name>
    <message>
        <source>a dump · Enter opens it on the Bench</source>
        <translation>转储 · 按 Enter 键在“工作台”中打开</translation>
    </message>
    <message>
        <source>a link · Enter opens it</source>
        <translation>一个链接 · 按 Enter 打开</translation>
    </message>
    <message>
        <source>a value: 1.125, 1/3, 2^-14, 0x1.8p-3, fp16:0x3c00 …</source>
        <translation>值：1.125、1/3、2^-14、0x1.8p-3、fp16:0x3c00 …</translation>
    </message>
    <message>
        <source>an expression · Enter evaluates it in Expression</source>
        <translation>表达式 · 按 Enter 键到“表达式”中计算</translation>
    </message>
    <message>
        <source>go on typing …</source>
        <translation>继续输入 …</translation>
    </message>
    <message>
        <source>shown: {0}</source>
        <translation>仍显示 {0}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ValueLabel</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Vectors</name>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>actual: {0}</source>
        <translation>实际：{0}</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>不同的位</translation>
    </message>
    <message>
        <source>Checked lines</source>
        <translation>检查过的行</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>expected: {0}</source>
        <translation>期望：{0}</translation>
    </message>
    <message>
        <source>flags: {0}</source>
        <translation>标志：{0}</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>nothing tried</source>
        <translation>试过的情形都不是</translation>
    </message>
    <message>
        <source>operands</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>right under</source>
        <translation>在此情形下正确</translation>
    </message>
    <message>
        <source>Right under:</source>
        <translation>在以下情形下正确：</translation>
    </message>
    <message>
        <source>ulps</source>
        <translation>ulp</translation>
    </message>
</context>
<context>
    <name>VectorsPanel</name>
    <message>
        <source>any NaN</source>
        <translation>任意 NaN</translation>
    </message>
    <message>
        <source>Any NaN is right where one is due</source>
        <translation>应得 NaN 时，任意 NaN 都算正确</translation>
    </message>
    <message>
        <source>as CSV</source>
        <translation>为 CSV</translation>
    </message>
    <message>
        <source>as Markdown</source>
        <translation>为 Markdown</translation>
    </message>
    <message>
        <source>as the result</source>
        <translation>与结果相同</translation>
    </message>
    <message>
        <source>Check the lines on the clipboard</source>
        <translation>检查剪贴板上的行</translation>
    </message>
    <message>
        <source>check the lines on the clipboard</source>
        <translation>检查剪贴板上的行</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the rows: selected ones, or all</source>
        <translation>复制所选的行或全部行</translation>
    </message>
    <message>
        <source>Open a file of lines</source>
        <translation>打开含有这些行的文件</translation>
    </message>
    <message>
        <source>Open lines</source>
        <translation>打开测试向量</translation>
    </message>
    <message>
        <source>Open, drop or paste lines of operands, result and flags:
TestFloat&apos;s (3F800000 40000000 40400000 01), a testbench&apos;s log (A=0x3f80_0000 B=32&apos;h40000000 GOT=…), or CSV.</source>
        <translation>打开、拖入或粘贴由操作数、结果和标志组成的行：
TestFloat 的形式（3F800000 40000000 40400000 01）、测试平台日志（A=0x3f80_0000 B=32&apos;h40000000 GOT=…），或 CSV。</translation>
    </message>
    <message>
        <source>open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Operands in</source>
        <translation>操作数格式</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>pasted lines</source>
        <translation>粘贴的行</translation>
    </message>
    <message>
        <source>Results in</source>
        <translation>结果格式</translation>
    </message>
    <message>
        <source>round</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>Rows copied</source>
        <translation>已复制各行</translation>
    </message>
    <message>
        <source>the active format</source>
        <translation>当前格式</translation>
    </message>
    <message>
        <source>wrong only</source>
        <translation>仅错误行</translation>
    </message>
</context>
<context>
    <name>WorkspaceTabs</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message>
        <source>Float or dock this panel</source>
        <translation>浮动或停靠此面板</translation>
    </message>
    <message>
        <source>Hide this panel (the View menu brings it back)</source>
        <translation>隐藏此面板（可从“视图”菜单恢复）</translation>
    </message>
    <message>
        <source>More of this panel</source>
        <translation>此面板的更多功能</translation>
    </message>
</context>
</TS>
