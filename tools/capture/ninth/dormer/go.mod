module go.dormer.example/presence/dormer

go 1.19

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	hub.tessera.example/base v0.21.0
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	hub.tessera.example/base => ../../third/kit
)
