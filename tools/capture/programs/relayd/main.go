// Command relayd takes mail in.
package main

import (
	"context"
	"net"

	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"mail.example/relayd/agents"
	"mail.example/relayd/smtp"
)

var curves [][]float64

func start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	curves = tables.Rates(14)
	go smtp.NewServer(l).Serve()
	traffic.Documents(ctx, 2000)
	_, err = peer.Start("agents", l.Addr().String())
	return err
}

func main() {
	peer.Main("agents", agents.Deliver)
	run.Service("relayd", start)
}
