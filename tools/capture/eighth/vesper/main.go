// Command vesper streams events.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"time"

	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.vesper.example/events/vesper/listeners"
	"go.vesper.example/events/vesper/stream"
)

func main() {
	listeners.Main()
	lifecycle.Run("vesper", func(ctx context.Context) error {
		table := warm.Fill(ctx, 6000, 10*time.Second)
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		server := &http.Server{ReadHeaderTimeout: 10 * time.Second}
		streams := stream.New(server, table)
		server.Handler = streams
		go func() {
			if err := server.Serve(l); err != nil {
				log.Print(err)
			}
		}()
		lifecycle.Each(ctx, 100*time.Millisecond, streams.Tell)
		return listeners.Start("http://" + l.Addr().String())
	})
}
