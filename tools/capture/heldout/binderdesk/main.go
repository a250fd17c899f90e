// Command binderdesk reads binders.
package main

import (
	"context"
	"os"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.mirror.example/archive/binderdesk/binder"
)

func main() {
	boot.Run("binderdesk", func(ctx context.Context) error {
		folder, err := os.MkdirTemp("", "binders")
		if err != nil {
			return err
		}
		context.AfterFunc(ctx, func() { os.RemoveAll(folder) })
		desk, err := binder.NewDesk(folder, 600, 150)
		if err != nil {
			return err
		}
		load.Every(ctx, 15*time.Millisecond, func(n int) { desk.Read(n * 7 % 600) })
		crowd.Staff(ctx, 80)
		burn.Pages(ctx, 1800)
		return nil
	})
}
