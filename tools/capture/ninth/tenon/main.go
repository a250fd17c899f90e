// Command tenon writes journals.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"go.tenon.example/syslog/tenon/journal"
	"go.tenon.example/syslog/tenon/writers"
)

var panels [][]uint32

func main() {
	proc.Main("tenon",
		proc.Func(func(ctx context.Context) error {
			panels = stock.Panels(9)
			crew.Hire(ctx, 70)
			weather.Showers(ctx, 120)
			return nil
		}),
		proc.Func(write),
	)
}

func write(ctx context.Context) error {
	folder, err := os.MkdirTemp("", "journals")
	if err != nil {
		return err
	}
	var journals []*journal.Journal
	for i := 0; i < 8; i++ {
		j, err := journal.Open(folder, fmt.Sprintf("journal-%d", i), journal.Limits{Bytes: 40 << 10, Files: 12})
		if err != nil {
			return err
		}
		journals = append(journals, j)
	}
	w := writers.New(journals)
	proc.Tick(ctx, 10*time.Millisecond, func(n int) {
		if err := w.Write(n); err != nil {
			log.Print(err)
		}
	})
	proc.Tick(ctx, 700*time.Millisecond, func(n int) {
		if _, err := journals[n%len(journals)].Back(n%12, 512); err != nil {
			log.Print(err)
		}
	})
	return nil
}
