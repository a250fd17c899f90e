// Package rounds visits engines.
package rounds

import (
	"context"
	"crypto/tls"
	"fmt"
	"log"
	"time"

	"go.gabbro.example/fleet/gabbro/engine"
)

// Factory makes a client.
type Factory func(address string, keys *tls.Config) *engine.Client

// Rounds visit an address.
type Rounds struct {
	address string
	create  Factory
	shared  *engine.Client
}

// New visits with clients of a factory.
func New(address string, create Factory) *Rounds {
	return &Rounds{address: address, create: create, shared: create(address, engine.Keys("shared"))}
}

// Shared asks through the client that is shared.
func (r *Rounds) Shared(int) { go r.visit(r.shared) }

// All makes round n.
func (r *Rounds) All(n int) { r.visit(r.create(r.address, engine.Keys(fmt.Sprint("engine-", n)))) }

func (r *Rounds) visit(c *engine.Client) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := c.Ping(ctx); err != nil {
		log.Print(err)
		return
	}
	if err := c.Info(ctx); err != nil {
		log.Print(err)
	}
}
