// Command goldcrest looks for patterns in pages.
package main

import (
	"log"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.goldcrest.example/scan/goldcrest/match"
	"go.goldcrest.example/scan/goldcrest/reader"
	"go.goldcrest.example/scan/goldcrest/report"
)

var (
	entries []*shelf.Entry
	matrix  [][]float64
)

func main() {
	r := report.New()
	boot.Up(
		func() error {
			entries, matrix = shelf.Entries(10), shelf.Matrix(8)
			mill.Text(90 * time.Millisecond)
			mill.Numbers(9000, 150*time.Millisecond)
			roster.Workers(30, 25*time.Millisecond)
			roster.Watchers(20, time.Second)
			return nil
		},
		func() error { return scan(r) },
		func() error {
			boot.Every(30*time.Second, func(int) { log.Print(r.Summary()) })
			return nil
		},
	)
}

func scan(r *report.Report) error {
	matcher, err := match.New("key=[0-9a-f]{12}", "secret-[a-z]+", "pass: [0-9]{4}")
	if err != nil {
		return err
	}
	pages := make(chan reader.Page)
	for i := 0; i < 3; i++ {
		go func() {
			for page := range pages {
				for _, found := range matcher.In(page.Text) {
					r.Add(report.Finding{Page: page.Number, Rule: found.Rule, Text: found.Text})
				}
			}
		}()
	}
	source := reader.New()
	boot.Every(50*time.Millisecond, func(int) { pages <- source.Next() })
	return nil
}
