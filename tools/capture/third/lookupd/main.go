// Command lookupd finds people.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.namesake.example/directory/lookupd/people"
	"git.namesake.example/directory/lookupd/shared"
)

var register *holdings.Node

func main() {
	service.Main("lookupd", func(ctx context.Context) error {
		register = holdings.Register(18)
		residents.Settle(ctx, 300)
		grist.Sheets(ctx, 1500)
		group := shared.NewGroup[*people.Person]()
		cadence.Spread(ctx, 28, func(n int) { handle(group, fmt.Sprintf("person-%d", rand.Intn(350)), n) })
		return nil
	})
}

// handle answers one request; a bug in one shall not end the others.
func handle(group *shared.Group[*people.Person], name string, n int) {
	defer func() {
		if trouble := recover(); trouble != nil {
			log.Printf("%s: %v", name, trouble)
		}
	}()
	group.Do(name, func() *people.Person { return people.Read(name, n) })
}
