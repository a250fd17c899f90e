// Command tickerwall hands prices to models.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/load"

	"git.ticker.example/markets/tickerwall/model"
	"git.ticker.example/markets/tickerwall/topic"
)

func main() {
	boot.Run("tickerwall", func(ctx context.Context) error {
		exchange := topic.NewExchange()
		for n := range 1500 {
			model.Follow(exchange.Join(n%300), n)
		}
		load.Every(ctx, 100*time.Millisecond, func(n int) { exchange.Post(n%20, float64(n)) })
		burn.Orders(ctx, 1500)
		return nil
	})
}
