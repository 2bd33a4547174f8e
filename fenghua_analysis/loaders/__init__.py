"""Statistics and geography: one module for each publisher or format."""
