// Command anteroom lets requests wait for transactions of others.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.palacegate.example/txn/anteroom/gateway"
	"git.palacegate.example/txn/anteroom/requests"
	"git.palacegate.example/txn/anteroom/txnwait"
)

const abandoned = 13

var images [][]byte

func main() {
	service.Main("anteroom", func(ctx context.Context) error {
		images = holdings.Images(20)
		residents.Settle(ctx, 90)
		queue := txnwait.New()
		door := gateway.New(queue, 900*time.Millisecond)
		cadence.Spread(ctx, 120, func(n int) { door.Query(ctx, requests.New(n%40, n)) })
		cadence.Spread(ctx, 100, func(n int) {
			if n%40 != abandoned {
				queue.News(n % 40)
			}
		})
		cadence.Spread(ctx, 25, func(n int) { door.Query(ctx, requests.New(abandoned, n)) })
		return nil
	})
}
