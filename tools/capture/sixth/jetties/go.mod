module git.harbour.example/berths/jetties

go 1.19

require (
	example.org/platform v0.31.0
	example.org/ops v1.4.0
	hub.tessera.example/base v0.21.0
)

replace (
	example.org/platform => ../../platform
	example.org/ops => ../../ops
	hub.tessera.example/base => ../../third/kit
)
