// Command ashlar looks things up.
package main

import (
	"context"
	"fmt"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/weather"

	"go.ashlar.example/lookup/ashlar/finder"
	"go.ashlar.example/lookup/ashlar/place"
)

func main() {
	places := place.New[string, *finder.Answer](16, 240)
	f := finder.New(places)
	proc.Main("ashlar",
		proc.Func(func(ctx context.Context) error {
			crew.Hire(ctx, 90)
			weather.Gusts(ctx, 150)
			for n := 0; n < 16*240*3/2; n++ {
				f.Find(fmt.Sprint("question ", n))
			}
			return nil
		}),
		proc.Func(func(ctx context.Context) error {
			proc.Arrivals(ctx, 90, 5, func(n int) { f.Find(fmt.Sprint("question ", 5000+n)) })
			proc.Tick(ctx, 10*time.Millisecond, func(n int) { f.Find(fmt.Sprint("often ", n%300)) })
			return nil
		}),
	)
}
