// Package look asks the search engine.
package look

import (
	"context"
	"fmt"
	"log"
	"sync/atomic"

	"gopkg.in/olivere/elastic.v5"
)

// Desk is where people ask.
type Desk struct {
	url   string
	found atomic.Int64
}

// New asks the engine at a URL.
func New(url string) *Desk { return &Desk{url: url} }

func (d *Desk) open() (*elastic.Client, error) {
	return elastic.NewClient(elastic.SetURL(d.url), elastic.SetSniff(false))
}

// Find answers question n.
func (d *Desk) Find(ctx context.Context, n int) {
	client, err := d.open()
	if err != nil {
		log.Print(err)
		return
	}
	query := elastic.NewMatchQuery("name", fmt.Sprint("thing ", n%50))
	result, err := client.Search("goods").Query(query).Size(10).Do(ctx)
	if err != nil {
		log.Print(err)
		return
	}
	d.found.Add(result.TotalHits())
}
