"""Many elements asked for something, block by block: filters, what comes next, anomalies."""
