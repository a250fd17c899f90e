// Command remindme reminds of appointments.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"cal.example/remindme/agenda"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(50)
	day := agenda.NewDay(200)
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		for i := 0; i < 4; i++ {
			day.Plan((n*4+i)%200, "dentist")
		}
	})
	bus.NewTopic(ctx, "calendar", 120, 250*time.Millisecond)
	traffic.Text(ctx, 6000)
	return nil
}

func main() { run.Service("remindme", start) }
