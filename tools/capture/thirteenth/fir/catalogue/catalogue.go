// Package catalogue has pages, which take a while to set.
package catalogue

import (
	"fmt"
	"log"
	"sync/atomic"
	"time"

	"github.com/karlseguin/ccache"

	"git.larder.example/shop/fir/press"
)

// Catalogue keeps the pages that were asked for lately.
type Catalogue struct {
	pages *ccache.Cache
	words atomic.Int64
}

// New keeps at most so many.
func New(most int64) *Catalogue {
	return &Catalogue{pages: ccache.New(ccache.Configure().MaxSize(most).ItemsToPrune(200))}
}

// Ask looks at a page; every third question is one of the front.
func (c *Catalogue) Ask(n int) {
	number := n
	if n%3 == 0 {
		number = n % 90
	}
	item, err := c.pages.Fetch(fmt.Sprint("page ", number), time.Hour, func() (interface{}, error) { return press.Set(number), nil })
	if err != nil {
		log.Print(err)
		return
	}
	c.words.Add(int64(len(item.Value().(*press.Page).Words)))
}
