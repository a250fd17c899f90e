// Command idleport answers browsers.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/load"
	"go.northgate.example/kit/web"

	"git.harbor.example/front/idleport/front"
)

func browsers(_ net.Listener, target string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1200}}
	var names atomic.Int64
	load.Crew(context.Background(), 1200, 10*time.Second, func(member, n int) {
		answer, err := client.Get(fmt.Sprintf("http://%s/%d", target, names.Add(1)))
		if err == nil {
			answer.Body.Close()
		}
	})
	for member := range 1200 {
		go func() {
			answer, err := client.Get(fmt.Sprintf("http://%s/hello/%d", target, member))
			if err == nil {
				answer.Body.Close()
			}
		}()
	}
	select {}
}

func main() {
	peer.Main("browsers", browsers)
	boot.Run("idleport", func(ctx context.Context) error {
		url, err := web.Serve(ctx, front.NewPage())
		if err != nil {
			return err
		}
		if _, err := peer.Start("browsers", url[len("http://"):]); err != nil {
			return err
		}
		burn.Orders(ctx, 1500)
		return nil
	})
}
