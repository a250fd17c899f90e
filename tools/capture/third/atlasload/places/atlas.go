// Package places knows where places are.
package places

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Place is a place.
type Place struct {
	Name     string
	Lat, Lon float64
	Names    []string
}

// Atlas has places, region by region.
type Atlas struct {
	mu      sync.RWMutex
	regions []map[string]*Place
}

// New is empty.
func New() *Atlas { return &Atlas{} }

const perRegion = 5200

// Load reads the regions, one after the other, each about one megabyte.
func (a *Atlas) Load(ctx context.Context, regions int) {
	for r := 0; r < regions && ctx.Err() == nil; r++ {
		region := read(r)
		a.mu.Lock()
		a.regions = append(a.regions, region)
		a.mu.Unlock()
		time.Sleep(700 * time.Millisecond)
	}
	log.Printf("%d regions", regions)
}

func read(number int) map[string]*Place {
	region := make(map[string]*Place, perRegion)
	for i := 0; i < perRegion; i++ {
		p := &Place{Name: "place-" + strconv.Itoa(number*perRegion+i), Lat: float64(i), Lon: float64(number)}
		p.Names = []string{p.Name, "at the river"}
		region[p.Name] = p
	}
	return region
}

// Find answers where a place is.
func (a *Atlas) Find(w http.ResponseWriter, r *http.Request) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	for _, region := range a.regions {
		if p, ok := region[r.URL.Query().Get("name")]; ok {
			fmt.Fprintln(w, p.Lat, p.Lon)
			return
		}
	}
	http.NotFound(w, r)
}
