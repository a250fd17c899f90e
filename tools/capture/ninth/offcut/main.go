// Command offcut has shopping carts.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"go.offcut.example/carts/offcut/cart"
	"go.offcut.example/carts/offcut/keyed"
)

var shelves []*stock.Item

func main() {
	carts := keyed.New(20*time.Second, cart.Open)
	proc.Main("offcut",
		proc.Func(func(ctx context.Context) error {
			shelves = stock.Catalogue(11)
			crew.Hire(ctx, 60)
			weather.Gusts(ctx, 170)
			return nil
		}),
		proc.Func(func(ctx context.Context) error {
			rng := rand.New(rand.NewSource(9))
			proc.Tick(ctx, 20*time.Millisecond, func(n int) {
				key := fmt.Sprint("cart ", n*2/5)
				if rng.Intn(5) < 3 && n > 20 {
					key = fmt.Sprint("cart ", (n-rng.Intn(20))*2/5)
				}
				item := shelves[n%len(shelves)]
				carts.Send(key, cart.Change{Item: item.Title, Count: 1 + n%3})
			})
			proc.Tick(ctx, 30*time.Second, func(int) { log.Printf("%d carts", carts.Len()) })
			return nil
		}),
	)
}
