// Command coinbuckets says who may drive on.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.tollroad.example/quota/coinbuckets/quota"
)

var register *holdings.Node

func main() {
	service.Main("coinbuckets", func(ctx context.Context) error {
		register = holdings.Register(6)
		q := quota.New(5, 9*time.Second)
		cadence.Loop(ctx, 1500*time.Millisecond, func(int) { q.Expire(time.Now()) })
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !q.Allow(r.Header.Get("X-Plate")+r.URL.RawQuery, time.Now()) {
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
			fmt.Fprintln(w, "drive on")
		}))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 90)
		grist.Letters(ctx, 600)
		httpd.Callers(ctx, base, 22, 400*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/toll?plate=%d-%d", caller, turn)
		})
		return nil
	})
}
