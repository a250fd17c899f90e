package layers

import (
	"sort"

	"git.bedrock.example/store/stratavault/records"
)

// Find looks for a key from the newest layer to the oldest.
func (v *Vault) Find(key string) (records.Record, bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if r, ok := v.open[key]; ok {
		return r, true
	}
	for _, tier := range v.tiers {
		for i := len(tier) - 1; i >= 0; i-- {
			if r, ok := tier[i].find(key); ok {
				return r, true
			}
		}
	}
	return records.Record{}, false
}

func (l *layer) find(key string) (records.Record, bool) {
	i := sort.Search(len(l.records), func(i int) bool { return l.records[i].Key >= key })
	if i < len(l.records) && l.records[i].Key == key {
		return l.records[i], true
	}
	return records.Record{}, false
}
