// Package exporter exports the rows of one table.
package exporter

import (
	"context"
	"fmt"
	"log"

	"go.holly.example/export/holly/bucket"
)

// Exporter has its place in a table.
type Exporter struct {
	bucket *bucket.Bucket
	table  int
	row    int
	line   string
}

// New exports a table.
func New(b *bucket.Bucket, table int) *Exporter { return &Exporter{bucket: b, table: table} }

// Run exports until the service ends.
func (e *Exporter) Run(ctx context.Context) {
	for ctx.Err() == nil {
		if err := e.one(ctx); err != nil {
			log.Print(err)
		}
	}
}

func (e *Exporter) one(ctx context.Context) error {
	if err := e.bucket.Wait(ctx); err != nil {
		return err
	}
	e.row++
	e.line = fmt.Sprintf("table %d row %d", e.table, e.row)
	return nil
}
