// Command lastcall serves until it closes.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.lastcall.example/bar/lastcall/drain"
	"go.lastcall.example/bar/lastcall/taps"
)

var codes map[string][]uint16

func main() {
	peer.Main("guests", guests)
	service.Main("lastcall", func(ctx context.Context) error {
		codes = holdings.Codes(8)
		residents.Settle(ctx, 80)
		grist.Sheets(ctx, 100)
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		door := drain.New()
		server := &http.Server{Handler: door.Watch(taps.New()), ReadHeaderTimeout: 5 * time.Second}
		go func() {
			if err := server.Serve(l); err != http.ErrServerClosed {
				log.Print(err)
			}
		}()
		go door.Close(ctx, server, 30*time.Second)
		_, err = peer.Start("guests", "http://"+l.Addr().String())
		return err
	})
}

func guests(_ net.Listener, target string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 300}}
	for i := 0; i < 240; i++ {
		go func(i int) {
			for turn := 0; ; turn++ {
				answer, err := client.Get(fmt.Sprintf("%s/%d", target, 20+(i+turn*7)%40))
				if err != nil {
					return
				}
				_, _ = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
			}
		}(i)
		time.Sleep(20 * time.Millisecond)
	}
	select {}
}
