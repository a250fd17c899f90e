module go.drapery.example/loom

go 1.23

require example.org/ops v1.4.0

replace example.org/ops => ../../ops
