"""Functions of a rational number whose values are irrational, as enclosures by integers alone.

That a value is no fraction is what lets its refinement end (``enclosures``), so each function names
the arguments at which it is one; those are dealt with before. At every other rational argument:

- *exp*: e**a is transcendental for algebraic a other than 0 (Lindemann, 1882). So are *sin*, *cos*,
  *tanh* and *sigmoid*: e**a, or e**(ia), would be algebraic if they were. Exact: at 0 alone.
- *log*: were ln a = b algebraic, e**b = a would be, too. Exact: at 1 alone.
- *exp2*: 2**(p/q) solves x**q = 2**p, and rational solutions of such an equation are integers or
  their inverses: powers of two, with q dividing p. Exact: at integers alone.
- *log2*: were it p/q in lowest terms, a**q = 2**p, so a is a power of two, and q is 1. Exact: at
  powers of two alone.
- *gelu*, exact at 0, holds an integral of exp(-t**2) divided by the square root of pi. The integral
  is transcendental (Shidlovskii, 1959); of the quotient nothing is known, nor of *gelu-tanh*, with
  exp of a multiple of the square root of 2/pi. Their refinement has a bound: see ``gelu``.

Fixed-point numbers are integers with a unit of ``2**-w``. What a series gives is a lower bound
that its value exceeds by less than so many units as its docstring says.
"""
