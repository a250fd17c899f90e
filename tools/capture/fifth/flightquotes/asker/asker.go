// Package asker asks all airlines for a route and takes the best price.
package asker

import (
	"context"
	"log"
	"math/rand"
	"time"

	"git.skyroute.example/travel/flightquotes/airline"
	"git.skyroute.example/travel/flightquotes/legs"
)

const (
	airlines = 10
	together = 6
)

// Asker asks one route after the other.
type Asker struct {
	client *airline.Client
	rng    *rand.Rand
}

// New is an asker with a choice of routes of his own.
func New(client *airline.Client, n int) *Asker {
	return &Asker{client: client, rng: rand.New(rand.NewSource(int64(n)))}
}

// Run asks until ctx ends.
func (a *Asker) Run(ctx context.Context) {
	for ctx.Err() == nil {
		if err := a.ask(ctx, a.rng.Intn(4000)); err != nil && ctx.Err() == nil {
			log.Print(err)
		}
		time.Sleep(time.Duration(200+a.rng.Intn(800)) * time.Millisecond)
	}
}

func (a *Asker) ask(ctx context.Context, route int) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	group := legs.NewGroup(together)
	prices := make([][]byte, airlines)
	for i := range prices {
		i := i
		group.Go(func() (err error) {
			prices[i], err = legs.Twice(ctx, 9*time.Second, func(ctx context.Context) ([]byte, error) {
				return a.client.Price(ctx, i, route)
			})
			return err
		})
	}
	return group.Wait()
}
