"""The parts of Benchmarks/scan-throughput."""
