// Package barn threshes what the fields gave.
package barn

import (
	"context"
	"log"
	"sync"
	"time"
)

type sheaf struct {
	field  int
	grains [700]int32
}

// Thresh takes in fields, each of which is dried until all are in.
func Thresh(ctx context.Context, fields int) {
	var dried sync.WaitGroup
	in := make(chan struct{})
	loads := make([][]*sheaf, fields)
	for field := 0; field < fields && ctx.Err() == nil; field++ {
		dried.Add(1)
		go func(field int) {
			defer dried.Done()
			loads[field] = reap(field)
			<-in
		}(field)
		time.Sleep(250 * time.Millisecond)
	}
	close(in)
	dried.Wait()
	total := 0
	for _, load := range loads {
		for _, s := range load {
			total += int(s.grains[s.field%len(s.grains)])
		}
		time.Sleep(50 * time.Millisecond)
	}
	log.Printf("%d fields: %d", fields, total)
}

func reap(field int) []*sheaf {
	var load []*sheaf
	for i := 0; i < 60; i++ {
		s := &sheaf{field: field}
		for j := range s.grains {
			s.grains[j] = int32(i ^ j)
		}
		load = append(load, s)
	}
	return load
}
