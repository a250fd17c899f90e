// Command presshall prints.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.gutenberg.example/print/presshall/press"
)

func main() {
	boot.Run("presshall", func(ctx context.Context) error {
		hall := press.NewHall(ctx, 8)
		load.Crew(ctx, 300, 100*time.Millisecond, func(member, n int) { hall.Print(press.Sheet{Author: member, Page: n}) })
		crowd.Staff(ctx, 50)
		burn.Orders(ctx, 1500)
		return nil
	})
}
