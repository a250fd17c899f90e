// Package list is the price list in force.
package list

import (
	"fmt"
	"sync/atomic"
)

type price struct {
	article string
	cents   int
	steps   [8]int32
}

var inForce atomic.Value // map[int]*price

// Reload builds the list of a version and puts it in force.
func Reload(version int) {
	prices := make(map[int]*price, 90000)
	for article := 0; article < 90000; article++ {
		prices[article] = &price{article: fmt.Sprintf("article %d", article), cents: article + version}
	}
	inForce.Store(prices)
}

// Price returns the price of an article.
func Price(article int) int {
	return inForce.Load().(map[int]*price)[article%90000].cents
}
