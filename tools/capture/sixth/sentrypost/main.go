// Command sentrypost reads the log of a web server and reports who behaves badly.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.palisade.example/guard/sentrypost/bucket"
	"git.palisade.example/guard/sentrypost/rules"
	"git.palisade.example/guard/sentrypost/weblog"
)

var codes map[string][]uint16

func main() {
	service.Main("sentrypost", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		residents.Settle(ctx, 90)
		grist.Sheets(ctx, 600)
		shelf := bucket.NewShelf(func(source string, lines []string) {
			log.Printf("%s: %d lines, last %q", source, len(lines), lines[len(lines)-1])
		})
		source := weblog.New(17)
		cadence.Loop(ctx, 5*time.Millisecond, func(int) {
			line := source.Next()
			for _, rule := range rules.All() {
				if rule.Concerns(line) {
					shelf.Pour(ctx, rule, line)
				}
			}
		})
		return nil
	})
}
