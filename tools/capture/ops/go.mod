module example.org/ops

go 1.19
