// Package churn makes short-lived documents over a fixed table, so that the collector has something to do.
package churn

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand"
	"time"
)

type document struct {
	ID     int
	Title  string
	Tags   []string
	Scores map[string]float64
	Body   []byte
}

// Start keeps a table of so many megabytes and encodes and forgets about so many kilobytes a second.
func Start(ctx context.Context, tableMB, perSecondKB int) {
	random := rand.New(rand.NewSource(11))
	table := make([][]document, 0, tableMB)
	for i := 0; i < tableMB; i++ {
		page := make([]document, 256)
		for j := range page {
			page[j] = fill(random, i*256+j, 3500)
		}
		table = append(table, page)
	}
	go rework(ctx, random, table, perSecondKB)
}

func fill(random *rand.Rand, id, size int) document {
	body := make([]byte, size)
	random.Read(body)
	return document{
		ID: id, Title: "document", Tags: []string{"new", "unread"}, Body: body,
		Scores: map[string]float64{"rank": random.Float64(), "age": random.Float64()},
	}
}

func rework(ctx context.Context, random *rand.Rand, table [][]document, perSecondKB int) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			for spent := 0; spent < perSecondKB<<10/20; {
				spent += encode(random, table)
			}
		case <-ctx.Done():
			return
		}
	}
}

func encode(random *rand.Rand, table [][]document) int {
	subject := fill(random, random.Int(), 800)
	if len(table) > 0 {
		page := table[random.Intn(len(table))]
		subject.Title = page[random.Intn(len(page))].Title
	}
	var out bytes.Buffer
	if err := json.NewEncoder(&out).Encode(subject); err != nil {
		return 1024
	}
	return out.Cap() + 1024
}
