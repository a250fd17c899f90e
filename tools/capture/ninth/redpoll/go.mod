module go.redpoll.example/cron/redpoll

go 1.19

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	go.slateworks.example/frame v0.9.2
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	go.slateworks.example/frame => ../../eighth/kit
)
