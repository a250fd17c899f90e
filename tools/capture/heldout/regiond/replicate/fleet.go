// Package replicate brings settings to regions.
package replicate

import (
	"fmt"
	"time"

	"git.meridian.example/infra/regiond/group"
)

// Fleet is the regions.
type Fleet struct{ regions []string }

// NewFleet has these regions.
func NewFleet(regions ...string) *Fleet { return &Fleet{regions: regions} }

// Push sends revision to all regions.
func (f *Fleet) Push(revision int) error {
	g := group.New()
	for at, region := range f.regions {
		g.Go(func() error { return upload(region, at, revision) })
	}
	return g.Wait()
}

func upload(region string, at, revision int) error {
	time.Sleep(time.Duration(5+at*6) * time.Millisecond)
	if revision%5 == 3 && at == 1 {
		return fmt.Errorf("%s: revision %d refused", region, revision)
	}
	return nil
}
