// Command alarmbook rings for many people.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.wakeup.example/time/alarmbook/alarm"
)

func main() {
	service.Main("alarmbook", func(ctx context.Context) error {
		book := alarm.NewBook()
		for i := 0; i < 22_000; i++ {
			book.Set(i, 15*time.Second+time.Duration(i%60)*time.Second)
		}
		residents.Settle(ctx, 120)
		grist.Notices(ctx, 1300)
		cadence.Spread(ctx, 40, func(n int) { book.Set(n%22_000, time.Minute) })
		return nil
	})
}
