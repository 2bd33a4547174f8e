"""What each notebook finds: tables of numbers, and the numbers of its answer.

One module a question. Functions take the public tables and return plain tables, not yet
rounded; `presentation` and `figures` make them readable.
"""
