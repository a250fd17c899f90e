// Command snoozebox reminds.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.courier.example/reminders/snoozebox/snooze"
)

func main() {
	boot.Run("snoozebox", func(ctx context.Context) error {
		box := snooze.NewBox()
		load.Every(ctx, 10*time.Millisecond, func(n int) {
			for i := range 8 {
				box.Snooze((n*8+i)%500, 2*time.Hour)
			}
		})
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 2000)
		return nil
	})
}
