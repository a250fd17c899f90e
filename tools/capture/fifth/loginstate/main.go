// Command loginstate knows who has signed in.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.keyring.example/auth/loginstate/people"
	"git.keyring.example/auth/loginstate/tokens"
)

var images [][]byte

func main() {
	service.Main("loginstate", func(ctx context.Context) error {
		images = holdings.Images(7)
		grist.Letters(ctx, 300)
		desk := tokens.NewDesk(25 * time.Second)
		cadence.Loop(ctx, time.Second, func(int) { desk.Sweep(time.Now()) })
		cadence.Spread(ctx, 140, people.New(desk).Come)
		return nil
	})
}
