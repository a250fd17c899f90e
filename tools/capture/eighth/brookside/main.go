// Command brookside streams events.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"time"

	"go.slateworks.example/frame/bounded"
	"go.slateworks.example/frame/lifecycle"

	"go.brookside.example/feed/brookside/banks"
	"go.brookside.example/feed/brookside/topics"
)

func main() {
	banks.Main()
	lifecycle.Run("brookside", func(ctx context.Context) error {
		pages := bounded.New[int, []byte](600)
		lifecycle.Each(ctx, 40*time.Millisecond, func(turn int) { pages.Put(turn, make([]byte, 12<<10)) })
		hub := topics.New()
		lifecycle.Each(ctx, 700*time.Millisecond, hub.Publish)
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		go func() {
			if err := http.Serve(l, hub); err != nil {
				log.Print(err)
			}
		}()
		return banks.Start("http://" + l.Addr().String())
	})
}
