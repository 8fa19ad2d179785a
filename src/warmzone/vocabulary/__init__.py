"""The words of the field: codes, ids, units, orders and reports."""
