// Command boathook asks a service within.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.boathook.example/rpc/boathook/desk"
	"go.boathook.example/rpc/boathook/local"
)

func main() {
	crowd.Main()
	lifecycle.Run("boathook", func(ctx context.Context) error {
		boats := warm.Fill(ctx, 3000, 10*time.Second)
		_, err := crowd.Open(desk.New(local.New(boats)), 70, time.Second)
		return err
	})
}
