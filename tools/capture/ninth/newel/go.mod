module go.newel.example/log/newel

go 1.19

require (
	example.org/ops v1.4.0
	hub.tessera.example/base v0.21.0
)

replace (
	example.org/ops => ../../ops
	hub.tessera.example/base => ../../third/kit
)
