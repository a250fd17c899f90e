module git.overseer.example/control/nankeen

go 1.23

require (
	example.org/ops v1.4.0
	go.drapery.example/loom v0.8.0
)

replace (
	example.org/ops => ../../ops
	go.drapery.example/loom => ../../fourteenth/kit
)
