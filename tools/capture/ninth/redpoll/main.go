// Command redpoll runs jobs at their time.
package main

import (
	"context"
	"errors"
	"log"
	"time"

	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.redpoll.example/cron/redpoll/feed"
	"go.redpoll.example/cron/redpoll/schedule"
)

func main() {
	lifecycle.Run("redpoll", func(ctx context.Context) error {
		warm.Fill(ctx, 9000, 70*time.Second)
		s := schedule.New(ctx)
		f := feed.New()
		refused := 0
		lifecycle.Each(ctx, 20*time.Millisecond, func(int) {
			err := s.Put(f.Next(time.Now()))
			if errors.Is(err, schedule.ErrPassed) {
				refused++
				return
			}
			if err != nil {
				log.Print(err)
			}
		})
		lifecycle.Each(ctx, 30*time.Second, func(int) { log.Printf("%d refused, %d ahead", refused, s.Len()) })
		return nil
	})
}
