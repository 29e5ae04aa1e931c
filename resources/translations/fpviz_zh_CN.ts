<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About fpviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chec&amp;ked against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fpviz {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes floating-point numbers visible · MIT licence · connects to nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not &amp;followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a library differs, and is not followed:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About fpviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Custom format…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Negate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open scene…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste as value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore the default layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all &amp;readings as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbo&amp;ur above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbour belo&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move the active format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save scene &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>, worth 2{0} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of every format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns worth ×2{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payload cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exponent bit {1} of {2}, worth {3} in the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exponent bit {1}, bit {2}, {3}: adds {4} to the field, value × 2{5}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} fraction bit {1}, worth 2^{2} of the significand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} fraction bit {1}, {2}: 2{3} of the significand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sign bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sign bit, bit {1}, {2}: 1 makes the number negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ulp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BitsPanel</name>
    <message>
        <source>+ format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column is worth the same in every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrangement of the bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>codes as they are stored: bit indices above, hex digits below; outlined bits were changed by rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom format…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fractions aligned by weight: a column is worth the same in every row; outlined bits were changed by rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain codes with bit indices and hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another format, or make one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conformance</name>
    <message>
        <source>4 rounding rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 rounding rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E8M0 between 2⁻¹²⁷ and 2⁻¹²⁶: ml_dtypes always gives the larger; fpviz, the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E8M0, a tie: gfloat goes by the code&apos;s parity; IEEE 754-2019, 4.3.1, asks for the larger magnitude, since both neighbours have an odd last digit. ml_dtypes agrees with fpviz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN in FP4 and FP6, which have none: ml_dtypes gives zero; fpviz, as CUDA does, the largest number, and says &apos;invalid&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ties-to-even</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConformanceView</name>
    <message>
        <source>all {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every format was compared with its definition and IEEE 754&apos;s rules, worked out in fractions apart from fpviz, and with the libraries named here ({0}). The tests of this version counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats and what they were checked against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} against {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyAsMenu</name>
    <message>
        <source>all formats shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All readings copied as a Markdown table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} copied as {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>&amp;Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has come again, {0} times by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other errors followed; the report has them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in fpviz itself went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you just did may be incomplete. The error was: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashWatch</name>
    <message>
        <source>The same error again, {0} times by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work could not be kept: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is kept, and the next start goes on with it: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is kept, to be opened as a scene: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomFormatDialog</name>
    <message>
        <source>&amp;Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exponent bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fraction bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Specials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent only: no sign, no zero, as E8M0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinities and NaNs, as IEEE 754</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest {0}, smallest normal {1}, smallest {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no infinity, no −0, one NaN (fnuz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no infinity, one NaN per sign (fn)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: every code is a number (finite)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} bits, precision {2}, bias {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecodedPanel</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>{0}, code {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecodedView</name>
    <message>
        <source>1 decimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field 0 stands for 1 − bias {0} = {1}, hidden bit 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field {0} − bias {1} = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field {0}, kept for specials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the neighbour above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the neighbour below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hex-float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inexact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the value is exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>0  1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+←  Alt+→</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+↑  Alt+↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: move the row up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: one ulp up, one ulp down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: set and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: the exponent up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: to the first and the last bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: to the next bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: to the next field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: to the row above, below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits: toggle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+←  Ctrl+→</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+↑  Ctrl+↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide: to the lesson before, to the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+↑  Shift+↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>←  →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑  ↓</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>active format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order of formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>All readings copied as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not dropped: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentsMenu</name>
    <message>
        <source>Copy as a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the results as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the steps as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Picture of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scale (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished">主题(&amp;T)</translation>
    </message>
    <message>
        <source>as it looks best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn at {0} % so that all of it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for print: white, thin lines, safe in grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels of a PNG a pixel of the screen has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG: {0} × {1} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Guide</source>
        <translation>教程</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lesson {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous lesson (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the window what this lesson speaks of. It is one step: Undo brings back all that you had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ›</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{0} {1} · {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>rounding changes here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Lessons on all that this window shows (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene loaded. Undo brings back what you had.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New here? F1 opens the Guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflow {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subnormals flushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value and rules</source>
        <translation type="unfinished"></translation>
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
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言 Language(&amp;L)</translation>
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
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>NumberLine</name>
    <message>
        <source>1 value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below the smallest, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond the largest, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied what is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {n}th power of two marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {lo} to {hi} on a {axis} axis; value {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g = {ulps} ulp, less than half a gap: rounds back to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g = {ulps} ulp: becomes {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g = {ulps} ulp: moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g = {ulps} ulp: rounds back to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g = {ulps} ulp: stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap {gap}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half an ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half the gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflow to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>powers of two marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded down to the largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded up to the smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding changes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounds to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the value and its neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ulp {least} … {greatest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ulp {ulp}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underflow to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zone of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} rounds to {value}, {count} of its values in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lo} to {hi} · {count} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} values listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {count} numbers by binade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{zeros} become zero, {overflows} overflow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberLinePanel</name>
    <message>
        <source>All values of the active format equally far apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all values of {0} equally far apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update that is about to be added to the value of each lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis of the number line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every power of two equally wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far apart neighbours are, at every magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far apart they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number line</source>
        <translation>数轴</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending update g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>powers of two equally far apart, zero in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shaded: all reals that round to the dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every value (Home)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the numbers of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the value and its neighbours (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line and the spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of the values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <source>&amp;Export picture of this panel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;picture of this panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>5 – 95 % of the trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a back-off factor must lie between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the weight in {format} takes g in {update_format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a decay must be at least 0 and less than 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a decimal, 1/3, 0x1.8p-3, inf, nan, fp16:0x3c00, or an expression such as 2^-14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A division by zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A factor is zero: so is the product, negative if the signs differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A float of Python does not hold the payload of this {format} NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a growth factor must be greater than 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a link has at most {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a link names 1 to {most} formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long sum swamps its own terms; a wide accumulator helps, and so does the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loss scale must be positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loss scale must not be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A NaN stays a NaN, with as much of its payload as {format} holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a scene shows 1 to {most} formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second FP16 number keeps what each rounding took, and no update is lost for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A skipped step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spread must not be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step of Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A subnormal number of {source}: its first 1 is worth 2^{exponent}; normal numbers of {target} have exponents from {emin} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A subnormal result is flushed: it becomes a zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum that is rounded at every step goes astray by as much each time, until it stalls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accumulator in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam in 16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add once first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added exactly (fused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding ones stops at 2^p: there the next one is half an ulp, a tie that goes back to even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {t} steps the mean of {trials} trials is {mean}; nine in ten lie from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All its bits stay within the places kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All its digits stand further right, the last at place {count} behind those shown: they only make the sticky digit 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All its digits stand further right: they only make the sticky digit 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an increment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An infinity stays an infinity, with its sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update of less than half an ulp leaves the weight where it is, however often it comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another such format, for comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond that: guard {guard}, round {round}, sticky {sticky}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the largest finite number of {format}, {largest}: overflow delivers {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the largest finite number of {format}, {largest}: overflow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary literal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits that leave the places kept: {leaving} (guard {guard}, round {round}, sticky {sticky}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits, field by field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>borrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are about equal, so neither swamps the other, and a term meets few roundings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are zeros of the same sign, which the sum keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both exponents are {exponent}: nothing moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {rounding} and the overflow rule {overflow} the result is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C has neither a type for {format} nor an integer as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C++ has neither a type for {format} nor an integer as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centre and spread must leave log₂ of all gradients within ±900</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compensation in the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consecutive only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeepSpeed, without ZeRO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeepSpeed, ZeRO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descent in FP16 stops half-way; with an FP32 copy of the weight it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double rounding: through {format} ({code}) it becomes {value}, not {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down to the largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downward, and the number is negative: the last place grows by 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downward, and the number is positive: the rest is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamic loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e5m7, with b11 for a bias and fn, fnuz or finite for the specials, or ue6m0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each step adds {added} instead of {update}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eps must not be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error in ulps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every k from {low} on is safe: nothing becomes zero, nothing overflows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every k from {low} to {high} is safe: nothing becomes zero, nothing overflows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every k is safe: nothing becomes zero, nothing overflows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every k up to {high} is safe: nothing becomes zero, nothing overflows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact decimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact sum of the {format} update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly half, a tie, and the {augend} is even:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly half, a tie, and the {augend} lies farther from zero:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly half, a tie: the last digit is 0, even already, and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly half, a tie: the last digit is 1, odd, and grows by 1 to become even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly half, a tie: this rule goes away from zero: the last place grows by 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent field {field} - bias {bias} + bias {other} = {result}, a change by {shift}: no normal number of {target} has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent field {field} - bias {bias} + bias {other} = {result}: it changes by {shift}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first swamped update: number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags: {flags}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flush subnormals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g in {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients are lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients lost there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients: {zone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half + half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves of the terms are summed alike, and the two sums added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex-float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many good steps in a row make the scale grow; 1000 or 2000 are usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many gradients there are; at most 10^9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the gradients, times 2^k, fall into this zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the trials are drawn as curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many overflows it takes to back off (DeepSpeed with ZeRO, Megatron).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many products are summed; at most 10^6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many random bits each draw has; few bring the bias back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many random courses there are; times the steps, at most 4·10^7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps of descent; at most 10^6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps of training there are; at most 10^6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps there are; at most 10^5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many terms are summed; at most 10^15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the increment is added; at most 10^15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the update is added; at most 10^15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the update is added; at most 10^6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hysteresis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ieee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in binary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FP16 eps is zero: a small gradient divides by zero, and the weight is gone at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {format} eps is 0: nothing keeps the divisor from zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {format} it would stand as {fields}: the exponent field changes by {shift}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {gradient} the weight, {weight}, is {held}: the gradient is 0, and the weight stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Increment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>increment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inexact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinities of opposite sign have no sum: the operation is invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is signalling: the operation is invalid and makes it quiet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tiny and not exact: underflow is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tiny but exact: no underflow is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kahan compensation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest k without overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest |gradient|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last place + 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least gradient whose v is not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least k that loses none to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least scale that overflows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than half of the last place lies beyond the cut: the last place stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than half:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log₂ of the median magnitude of the gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log₂ S after steps 1 … {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss scale S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lr · {format} gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master copy in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the trials, error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the trials, in the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>midpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than half of the last place lies beyond the cut: the last place grows by 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n times the term.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest, ties away from zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest, ties to even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither numpy nor ml_dtypes has a type for {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No digit is left: the result is a zero, and underflow is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flag is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scale keeps all: up to k = {high} nothing overflows, and {zeros} gradients are lost there; from k = {low} none is lost, and {overflows} overflow there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scene, and no value: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scripts for &apos;{name}&apos;; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such parameter; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; it would be {distance} away, {ulps} ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: the result is exact, and every rule gives it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is rounded here: this is what the other curves are measured against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing lies below the {augend}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing lies beyond the cut: the result is exact under every rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One trial in twenty is above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One trial in twenty is below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rounding on the coarse grid of the subnormals makes it normal: with full precision it would still lie below, so underflow is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other low format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflow at steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflows come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflows there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairwise in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairwise in {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the {addend} is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of going up in the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products of FP16 numbers are exact in FP32; it is the accumulator that loses them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch has no type for a single {format} number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result stored in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded at random, a swamped update moves the weight now and then, and the mean is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded to nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded, then added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding downward:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding error of g, in every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding to odd keeps the neighbour whose last bit is 1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding toward zero:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding upward:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rust has neither a type for {format} nor an integer as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S after each step, in powers of two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S · factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S · gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest decimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign, exponent, fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small gradients become zero in FP16; times S they live, until the large ones overflow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller than the least number of {format}, which has no zero: the least stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stalls after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stalls at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Static loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} overflowed: no weight is updated, and the scale goes from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} overflowed: no weight is updated. The scale stays {before}, its least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} overflowed: no weight is updated. The scale stays {before}: the hysteresis allows {left} more before it backs off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} was good, but {before} times {factor} is not finite: the scale stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} was good. The scale stays {before}: it grows after {interval} good steps in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} was the last of {interval} good ones: the scale grows to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished">步骤</translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stochastic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stochastic rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored in {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subnormal results are flushed: it becomes a zero, and underflow is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subtract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum + increment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum + product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum + term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum + x·y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swamping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term in {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term {n} is {x} times {y}; {product} is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The binary digits of {value} never end; {shown} are shown from the first 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carry reaches the hidden bit: this is the smallest normal number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carry runs through to a new first digit: the exponent grows from {old} to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classic script adds once before its loop: with 100 steps it makes 101 additions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compensated sum, every operation rounded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decay of the first moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decay of the second moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits move left by {places}: the exponent falls from {old} to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits move right by {places}: the exponent grows from {old} to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits not shown borrow 1 from the last one shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the experiment&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the experiment&apos;s parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponent cannot go below {emin}: the result is subnormal, its hidden bit 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponent {exponent} lies between {emin} and {emax}: exponent field {exponent} + {bias} = {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponent {exponent} of {high} is larger than {other} of {low}: {low} moves right by {shift}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponent {leading} is below the least, {emin}, and {format} has neither zero nor subnormals: its least number stands for everything smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponents are added: {first} + {second} = {exponent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first sum is a tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first sum is exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first sum is flushed to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first sum is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format in which the scaled gradients may overflow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of a second weight, and of the update that it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of a second, wider running sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the gradient, and of the weight without a master copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the inputs x and y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the master copy, which takes the update of the first weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the master copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the pairwise sums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the running sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of weight, update and compensation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format that g is rounded to, for the weight and for the master copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format that g is rounded to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format that the scaled gradients are rounded to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format that the term is rounded to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format that the wide sum is stored in at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formats of moments and weight, with commas between them; each has a curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formats that count, with commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fraction gets a zero bit at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fraction gets {zeros} zero bits at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fraction has the same width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is {gradient}, times the learning rate {update}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient, the same in every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hidden bit is 0: a subnormal number, with exponent field 0 for exponent {emin}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest magnitude among the gradients of each step, before scaling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last bit of the fraction has no place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last {count} bits of the fraction have no place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate, about as far as a step goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link names a format twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link says {name} twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link&apos;s active format {format} is not among its formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is kept for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss, and so each gradient, is multiplied by 2^k.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean keeps to the exact sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of all trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The products are added one by one in {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is {rule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same descent without any rounding, worked out to 256 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same weight in {format} without compensation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same weight, rounded to nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale at step 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale cannot grow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale grows until a gradient overflows, skips that step, and backs off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale is safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale never falls below it; not in PyTorch, where it may reach 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene cannot be read: {what} is no {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene in this picture is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene in this picture is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene shows a format twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene&apos;s active format {format} is not among its formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene&apos;s rules cannot be read: {text} is no value of {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second moment is {v}, its root over the correction plus eps is {divisor}, and the step leads from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The significands are multiplied. Each 1 of {name} makes a partial product: {count} in all, which are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The significands are multiplied. Each 1 of {name} makes a partial product: {count} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signs are alike: the product is positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signs are alike: the significands are added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signs differ: the product is negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signs differ: {smaller} is subtracted from {larger}, which has the larger magnitude and gives the sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The square of the gradient times 1 - β₂, {square}, is below what {format} holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation of log₂ of the magnitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps that overflow, with commas between them; the first step is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum at step 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum in {format}: each step adds the increment and rounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum is exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum is exactly zero: +0, under every rule but downward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum is exactly zero: -0, because the rule is downward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum is flushed to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum lies half-way between {floor} and {ceiling}, a tie: {format} takes {result}, the even one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum lies half-way between {floor} and {ceiling}, a tie: {format} takes {result}, the one farther from zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum lies {part} of the way from {low} to {high}: it goes up with a probability of {chance}, and this trial went down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum lies {part} of the way from {low} to {high}: it goes up with a probability of {chance}, and this trial went up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of the exact products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of {n} terms is that of {left} plus that of {right}: {total}, which {format} rounds to {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum, {total}, is a value of {format}: nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum, {total}, is a value of {format}: there is nothing to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum, {total}, is not positive, as all values of {format} are: it becomes {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum, {total}, is subnormal in {format}, and subnormals are flushed: it becomes 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum, {total}, lies beyond the largest value of {format}, {largest}: it becomes {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The term is {ratio} of the gap on its side toward zero, which at a power of two is half an ulp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terms are added one by one in {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the update is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update is {ratio} of the gap on the weight&apos;s side toward zero, which at a power of two is half an ulp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update, {update}, less the compensation, {before}, is {corrected}. The weight goes from {weight} to {result}, and {after} was added too much: that is the next compensation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the view of {panel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight at step 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight at which the loss is least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight in {format} takes g in {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight in {format} takes g in {update_format}; the sum is rounded back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight in {weight}, its gradient worked out in {gradient}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weight is {weight} from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight is {weight}, and no update brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight, with both moments in {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {addend} is 0: nothing is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {addend} is swamped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {addend} is {ratio} of an ulp of the {augend}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {addend} is {ratio} ulps of the {augend}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {augend} has stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {augend} has stood at {weight} since step {stall}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {augend} is {weight}, and no {addend} brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {augend} is {weight}; this overflow rule turns it into {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {format} accumulator has an ulp of {ulp} there: the same term is {ratio} ulps. That is what a wide accumulator is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {format} master copy has an ulp of {ulp} there: the same update is {ratio} ulps. That is what a master copy is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then {operation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no scene of fpviz in this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {addend}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no picture: its XML is damaged or cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a scene of fpviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a scene: its JSON is damaged or cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this picture declares entities, which fpviz does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this scene was made by a later fpviz (file version {version})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ties-away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ties-to-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To odd: the last digit is 0 and something was lost, so it becomes 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To odd: the last digit is 1 already and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to-odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toward zero: whatever lies beyond the cut is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward-zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trials times steps must be at most 4·10^7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two halves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown experiment &apos;{name}&apos;; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown format {name}; see &apos;fpviz formats&apos;, or {grammar}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to the smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update below an ulp, and nothing below the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update below an ulp, cut off toward zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update below an ulp, rounded back downward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update below an ulp, rounded back to odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update below an ulp, rounded back upward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update below half an ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update exactly half an ulp, a tie that leaves the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update too small a part of the gap toward zero, which is half an ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upward, and the number is negative: the rest is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upward, and the number is positive: the last place grows by 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v after one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verilog, field by field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w + g, stochastically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w - {format} update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight and compensation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight w₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every step adds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every step adds; FP16 adds 0.125 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every step adds; this one is 0.430 of an ulp of 1.125 in FP16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is added to the divisor to keep it from zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is summed, over and over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes a step overflow: a list of steps, or the largest gradient times the scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands for a result beyond the largest finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the gradient is multiplied by to give the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scale is multiplied by when it backs off; DeepSpeed divides by the growth factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scale is multiplied by when it grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the random numbers begin; the same seed gives the same trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a good step restores the hysteresis (DeepSpeed with ZeRO).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a product is rounded to the accumulator&apos;s format before it is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a rounded result that is subnormal becomes zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two neighbours of an unrepresentable number is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose rules the scale follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide accumulator in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wide sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wide sum + term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the fraction: {new} instead of {old}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With S = 2{k}, {zeros} of {count} gradients become zero and {overflows} overflow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without rounding each step is lr·g/(|g| + eps).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in binary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₀ + t·g as typed, without any rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₀ + t·g as typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₀ + t·g with g rounded to {format}: what no master copy repairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₀ + t·g, both rounded once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero has no digits to round; it keeps its sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero times infinity has no value: the operation is invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{curve}, {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} is the code {code}, which stands for {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a scene: it is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large to be a scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} accumulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} adds {added} instead of {update}: an error of {error} in this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has neither signs nor zero, which gradients need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no -0: the zero loses its sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no sign: a negative number is invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no such number under these rules: {value} stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no such result under these rules: {value} stands for it, and the operation is invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no zero for the first compensation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no zero for the first moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no zero to begin a sum with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no zero: the operation is invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} holds it as it is: nothing is rounded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} keeps a single place after the point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} keeps {places} places after the point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} master copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} overflows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} w - target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} with compensation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}: an unsigned format has only an exponent, and no infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}: no code is left for a normal number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}: the bias must lie within ±{most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}: the exponent must have 1 to {most} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}: the fraction must have 0 to {most} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}: trials need a signed format of at most 64 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}: without a fraction bit, infinity and NaN would share a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is infinite: so is the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no notation; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no setting of a link; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a number: neither is the result, which keeps as much of its sign and payload as {format} holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is rounded first: {text} into {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is signalling: the operation is invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: exponent field 0 means exponent {exponent} with the hidden bit 0, a subnormal number; value {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: exponent field all ones, fraction 0; value {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: exponent field and fraction are 0; value {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: exponent field {field} - bias {bias} = {exponent}, hidden bit 1; value {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {code} in {format}: not a number, {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operation} rounded to {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameter}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} {format} rounds back to {weight}, now and at every later step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} {format} rounds back to {weight}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rounding} with random bits {bits} of {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rounding}, overflow {overflow}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rounding}, overflow {overflow}, subnormal results flushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rounding}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}; the tie itself goes away from zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}; the tie itself goes toward zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the last place lies beyond the cut; with {draw} drawn at random that makes 1 or more: the last place grows by 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the last place lies beyond the cut; with {draw} drawn at random that makes less than 1: the last place stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} ({count} characters; &apos;fpviz trace --json&apos; prints all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has more than the {count} bits of {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has no code of {format} in it: its fields have {widths} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has {count} characters; at most {most} are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has {size} bits, and {format} has {count}; name a format of {size} bits before it, as in fp16:16&apos;h3c7c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} in a link is not name=value, such as in=fp16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is a code; name its format before it, as in fp16:16&apos;h3c7c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is neither on nor off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no link of float.exposed: there 0x has 4, 8 or 16 digits, b0x has 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no link: one begins with fpviz:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no payload; type nan(0x123)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is none of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a code of {format}; type {format}:0x… or {format}:0b…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a number of 32 bits such as 0x80000000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not finite; type a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not from {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not one of {accepted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not understood; type {accepted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is too large or too small to be written out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: a power needs a finite base and exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: an exponent must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: name 1 to 12 formats, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{typed} becomes {value} = {code}, an error of {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{typed} is held exactly: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{typed} is out of range and becomes {value} = {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} = {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} by {rules}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} has a single binary digit that is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} has {count} binary digits from the first 1 to the last; {shown} are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} has {shown} binary digits from the first 1 to the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, {distance} away, {ulps} ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weight} + {g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weight} weight, {gradient} gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} into {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} of {text} is infinite in {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} of {text} is NaN in {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: normal; a single significant bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: normal; {p} significant bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: overflow; delivers {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: rounds away from zero to the smallest value, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: rounds to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: rounds toward zero to the largest value, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: subnormal; fewer than {p} significant bits, the fewer the smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: zero, held exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}: {format} has no such number; delivers {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{zero} is zero: the sum is {other} as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|g| over the ulp of w₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|w₀| over |g|</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message>
        <source>Picture of the window copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of “{0}” copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture written to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadoutsView</name>
    <message>
        <source>Copy all results as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is rounded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPlot</name>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error in ulps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinned: zoom in for every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ulp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SceneFiles</name>
    <message>
        <source>fpviz scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes and pictures of fpviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene was not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Worked sheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpacingPlot</name>
    <message>
        <source>Copied what is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative spacing, ulp(x) / |x|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the active format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spacing of the values, ulp(x), against |x|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing of values from {lo} to {hi}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps narrower than pixels: drawn as slopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} from {lo} to {hi}: ulp {ulp}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no value here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has no value of that size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} has ulp {ulp} at the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} overflows here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepEntry</name>
    <message>
        <source>A step is a whole number from {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step such as 1e12, 10^6 or 2^20 + 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} … {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepTable</name>
    <message>
        <source>Copy the rows in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll through the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows are too many to copy; {1} can be</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepWindow</name>
    <message>
        <source>{0}, code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>a + b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value, or a code with its format: fp16:0x3c80. Empty: the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a × b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a × b + c (fused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a − b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the update to the weight at the step looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sheet as text, Markdown or LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the result the source: every panel shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step (Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is rounded at this step of this curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step (Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>take w + g of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the active format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, result {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdatesPanel</name>
    <message>
        <source>Axes, curves, runs for comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves over the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the runs kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit (double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the run is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in ulps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this run for comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated updates</source>
        <translation>反复更新</translation>
    </message>
    <message>
        <source>results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show errors in ulps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error in ulps of each weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was given up. Shown is the one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights minus the exact sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came out, and what was rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}. Shown is the last run that could be made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueBar</name>
    <message>
        <source>&amp;Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A result that would be subnormal becomes zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every format shown holds it exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact fraction kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact integer kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact value kept · 1 decimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact value kept · {0} decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flush subnormals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inexact results take the neighbour with an odd significand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest, ties away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest, ties to even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no format shown holds it exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over&amp;flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round with other random bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stochastic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To infinity; to NaN in a format without infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To NaN, in a format that has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the largest finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up with a probability equal to the fraction of an ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upward</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueEntry</name>
    <message>
        <source>a link · Enter opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value: 1.125, 1/3, 2^-14, 0x1.8p-3, fp16:0x3c00 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on typing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueLabel</name>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message>
        <source>Float or dock this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this panel (the View menu brings it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of this panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
