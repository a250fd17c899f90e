// Command standby runs jobs with a leader each.
package main

import (
	"context"
	"fmt"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"

	"git.quorum.example/sched/standby/election"
)

func main() {
	boot.Run("standby", func(ctx context.Context) error {
		for job := range 10 {
			seat := election.NewSeat(fmt.Sprint("job-", job))
			for replica := range 30 {
				go election.Campaign(ctx, seat, replica, 90*time.Second)
			}
		}
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 1500)
		return nil
	})
}
