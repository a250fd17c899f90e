// Command idlers serves browsers that keep their connections.
package main

import (
	"context"
	"io"
	"math/rand"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.frontage.example/web/idlers/pages"
)

var codes map[string][]uint16

// browsers is the other end: 620 browsers that ask once in a while.
func browsers(_ net.Listener, target string) {
	for i := 0; i < 620; i++ {
		go func() {
			client := &http.Client{Transport: &http.Transport{}}
			for {
				answer, err := client.Get(target)
				if err == nil {
					io.Copy(io.Discard, answer.Body)
					answer.Body.Close()
				}
				time.Sleep(5*time.Second + time.Duration(rand.Int63n(int64(35*time.Second))))
			}
		}()
		time.Sleep(5 * time.Millisecond)
	}
	select {}
}

func main() {
	peer.Main("browsers", browsers)
	service.Main("idlers", func(ctx context.Context) error {
		codes = holdings.Codes(6)
		base, err := httpd.Open(http.HandlerFunc(pages.Serve))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 70)
		grist.Letters(ctx, 900)
		_, err = peer.Start("browsers", base)
		return err
	})
}
